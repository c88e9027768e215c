using Yonder.Drivers.Docker.Engine;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Docker.Execs;

/// <summary>Runs small commands of ours in a container to their end.</summary>
internal static class ContainerShell
{
    private const int MaxOutput = 64 << 10;

    /// <summary>Runs a script by the container's sh.</summary>
    public static async ValueTask<(ExitStatus Status, string Output)> ShellAsync(
        ContainerRef container, string script, IReadOnlyList<string> arguments, string? user, CancellationToken cancellationToken)
    {
        var engine = container.Engine;
        using var limit = new TimeLimit(engine.Limits.Call, engine.Time, cancellationToken);
        try
        {
            await using var exec = await ExecInstance.StartAsync(
                container,
                new() { AttachStdin = false, AttachStderr = false, User = user, Cmd = ["sh", "-c", script, "sh", .. arguments] },
                limit.Token);
            using var output = new MemoryStream();
            await new FrameReader(exec.ReadAsync).CopyAsync(output, MaxOutput, limit.Token);
            return (await exec.AwaitEndAsync(limit.Token), System.Text.Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length));
        }
        catch (Exception error)
        {
            throw engine.Translate(error, limit);
        }
    }
}
