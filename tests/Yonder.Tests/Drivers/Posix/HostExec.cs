using System.Diagnostics;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.Tests.Drivers.Posix;

/// <summary>Runs commands on this machine with the standard library's own processes, so that what stands on exec is tested by itself.</summary>
internal sealed class HostExec(string? path = null) : IExec
{
    public ValueTask<IProcess> StartAsync(ExecSpec spec, CancellationToken cancellationToken = default)
    {
        var info = new ProcessStartInfo(spec.Command[0], spec.Command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = (spec.WorkingDirectory ?? RemotePath.Root).ToString(),
        };
        if (path is not null)
        {
            // The program itself is found on our PATH, what it starts on its own.
            info.FileName = Path.Combine(path, spec.Command[0]);
            info.Environment["PATH"] = path;
        }

        return ValueTask.FromResult<IProcess>(new HostProcess(Process.Start(info)!)); // Null only with UseShellExecute.
    }
}
