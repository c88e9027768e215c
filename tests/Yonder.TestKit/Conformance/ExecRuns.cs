using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.TestKit.Conformance;

/// <summary>Runs commands to their end.</summary>
public static class ExecRuns
{
    /// <summary>Runs a script by the runtime's sh; the arguments are <c>$1</c> and on.</summary>
    public static Task<ProcessResult> ShellAsync(this IExec exec, string script, params string[] arguments)
        => exec.RunAsync(Shell(script, arguments));

    /// <summary>A script for the runtime's sh; the arguments are <c>$1</c> and on.</summary>
    public static ExecSpec Shell(string script, params string[] arguments) => new() { Command = ["sh", "-c", script, "sh", .. arguments] };

    /// <summary>Runs a command, giving it <paramref name="input"/>, and collects what it says.</summary>
    public static async Task<ProcessResult> RunAsync(this IExec exec, ExecSpec spec, ReadOnlyMemory<byte> input = default)
    {
        ArgumentNullException.ThrowIfNull(exec);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var process = await exec.StartAsync(spec, limit.Token);
        var output = process.StandardOutput.ToEndAsync(limit.Token);
        var error = process.StandardError.ToEndAsync(limit.Token);
        await process.StandardInput.WriteAsync(input, limit.Token);
        await process.StandardInput.DisposeAsync();
        return new(await process.WaitAsync(limit.Token), await output, await error);
    }

    /// <summary>Reads all that comes.</summary>
    public static async Task<ReadOnlyMemory<byte>> ToEndAsync(this Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, cancellationToken);
        return all.ToArray();
    }

    /// <summary>Returns the capability that a suite is about.</summary>
    public static IExec ExecOf(this IRuntime runtime)
    {
        ArgumentNullException.ThrowIfNull(runtime);
        return runtime.Exec.ShouldNotBeNull();
    }
}
