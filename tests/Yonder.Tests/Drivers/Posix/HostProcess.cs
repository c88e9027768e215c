using System.Diagnostics;
using Yonder.Runtimes.Exec;

namespace Yonder.Tests.Drivers.Posix;

internal sealed class HostProcess(Process process) : IProcess
{
    public Stream StandardInput { get; } = process.StandardInput.BaseStream;

    public Stream StandardOutput { get; } = process.StandardOutput.BaseStream;

    public Stream StandardError { get; } = process.StandardError.BaseStream;

    public async Task<ExitStatus> WaitAsync(CancellationToken cancellationToken = default)
    {
        await process.WaitForExitAsync(cancellationToken);
        return new(process.ExitCode);
    }

    public ValueTask SignalAsync(ProcessSignal signal, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    public ValueTask KillAsync(CancellationToken cancellationToken = default)
    {
        process.Kill(entireProcessTree: true);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }
}
