using Yonder.Runtimes.Exec;

namespace Yonder.TestKit.Fakes;

/// <summary>A process whose program is the test.</summary>
public sealed class FakeProcess(ExecSpec spec) : FakeProgram, IProcess
{
    private readonly FakePipe _error = new();

    public ExecSpec Spec { get; } = spec;

    public Stream StandardInput => Input.Writer;

    public Stream StandardOutput => Output.Reader;

    public Stream StandardError => _error.Reader;

    /// <summary>Prints to the standard error; waits while nobody reads and the pipe is full.</summary>
    public async Task PrintErrorAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
        => await _error.Writer.WriteAsync(bytes, cancellationToken);

    public ValueTask KillAsync(CancellationToken cancellationToken = default)
    {
        Exit(ExitStatus.FromSignal((int)ProcessSignal.Kill));
        return ValueTask.CompletedTask;
    }

    protected override void CompleteOutput(Exception? reason)
    {
        base.CompleteOutput(reason);
        _error.Complete(reason);
    }
}
