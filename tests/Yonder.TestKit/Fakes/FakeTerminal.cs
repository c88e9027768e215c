using System.Collections.Concurrent;
using Yonder.Runtimes.Terminals;

namespace Yonder.TestKit.Fakes;

/// <summary>A terminal whose program is the test.</summary>
public sealed class FakeTerminal : FakeProgram, ITerminal
{
    public FakeTerminal(TerminalSpec spec)
    {
        Spec = spec;
        Bytes = new FakeDuplexStream(Output.Reader, Input.Writer);
    }

    public TerminalSpec Spec { get; }

    public Stream Bytes { get; }

    /// <summary>Gets the sizes that were set, oldest first.</summary>
    public ConcurrentQueue<TerminalSize> Sizes { get; } = new();

    public ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken = default)
    {
        Sizes.Enqueue(size);
        return ValueTask.CompletedTask;
    }
}
