using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Terminals;

namespace Yonder.Runtimes.Keeper;

internal sealed class ProcessProgram(IProcess process) : KeptProgram
{
    public override KeptKind Kind => KeptKind.Process;

    public override Stream Input => process.StandardInput;

    public override IReadOnlyList<Stream> Outputs { get; } = [process.StandardOutput, process.StandardError];

    public override ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public override ValueTask SignalAsync(ProcessSignal signal, CancellationToken cancellationToken) => process.SignalAsync(signal, cancellationToken);

    public override ValueTask CloseInputAsync() => process.StandardInput.DisposeAsync();

    public override Task<ExitStatus> WaitAsync(CancellationToken cancellationToken) => process.WaitAsync(cancellationToken);

    public override ValueTask DisposeAsync() => process.DisposeAsync();
}
