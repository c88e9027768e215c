using Yonder.Drivers.Local.Native;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>Finds out by doing whether bubblewrap works here: installed is not enough, where user namespaces are forbidden.</summary>
internal static class IsolationProbe
{
    public static async Task<Isolation> RunAsync(IExec host, bool wanted, CancellationToken cancellationToken)
    {
        var isRoot = Libc.GetEffectiveUser() is 0;
        if (!wanted)
        {
            return Isolation.Plain;
        }

        string[] user = isRoot ? [] : ["--unshare-user", "--uid", "0", "--gid", "0"];
        var bubblewrap = await WorksAsync(
            host, ["bwrap", .. user, "--unshare-pid", "--die-with-parent", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp", "true"], cancellationToken);
        if (isRoot)
        {
            return bubblewrap ? Isolation.Bubblewrap : Isolation.Plain;
        }

        return bubblewrap && await WorksAsync(host, ["nsenter", "--version"], cancellationToken) ? Isolation.UserBubblewrap : Isolation.Plain;
    }

    private static async Task<bool> WorksAsync(IExec host, string[] command, CancellationToken cancellationToken)
    {
        try
        {
            var result = await host.RunAsync(new() { Command = command }, new() { Timeout = TimeSpan.FromSeconds(5) }, cancellationToken);
            return result.Status is { IsSuccess: true };
        }
        catch (RuntimeException)
        {
            return false;
        }
    }
}
