using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Terminals;

namespace Yonder.Runtimes.Keeper;

internal sealed class TerminalProgram(ITerminal terminal) : KeptProgram
{
    public override KeptKind Kind => KeptKind.Terminal;

    public override Stream Input => terminal.Bytes;

    public override IReadOnlyList<Stream> Outputs { get; } = [terminal.Bytes];

    public override ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken) => terminal.ResizeAsync(size, cancellationToken);

    public override ValueTask SignalAsync(ProcessSignal signal, CancellationToken cancellationToken) => terminal.SignalAsync(signal, cancellationToken);

    public override ValueTask CloseInputAsync() => ValueTask.CompletedTask;

    public override Task<ExitStatus> WaitAsync(CancellationToken cancellationToken) => terminal.WaitAsync(cancellationToken);

    public override ValueTask DisposeAsync() => terminal.DisposeAsync();
}
