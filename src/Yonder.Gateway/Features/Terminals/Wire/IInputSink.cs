using Yonder.Runtimes.Terminals;

namespace Yonder.Gateway.Features.Terminals.Wire;

/// <summary>Takes what a client sends. Waiting in here holds the client back.</summary>
internal interface IInputSink
{
    /// <summary>Something came, whatever it is.</summary>
    void Arrived();

    ValueTask TypeAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken);

    ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken);

    ValueTask PingedAsync(CancellationToken cancellationToken);
}
