using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Local.Processes;

/// <summary>A command on this machine.</summary>
internal sealed class LocalProcess(Launched launched, Stream input, Stream output, Stream error) : IProcess
{
    public Stream StandardInput => input;

    public Stream StandardOutput => output;

    public Stream StandardError => error;

    public Task<ExitStatus> WaitAsync(CancellationToken cancellationToken = default) => launched.Child.Ended.WaitAsync(cancellationToken);

    public ValueTask SignalAsync(ProcessSignal signal, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        launched.Child.SignalGroup(signal);
        return ValueTask.CompletedTask;
    }

    public async ValueTask KillAsync(CancellationToken cancellationToken = default)
    {
        launched.Child.Kill();
        await launched.Tree.KillAsync().WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        launched.Child.Kill();
        await launched.Tree.KillAsync();
        await input.DisposeAsync();
        await output.DisposeAsync();
        await error.DisposeAsync();
        await ((Task)launched.Child.Ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
