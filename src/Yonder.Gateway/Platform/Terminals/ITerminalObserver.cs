using Yonder.Runtimes.Terminals;

namespace Yonder.Gateway.Platform.Terminals;

/// <summary>Follows what clients do to a terminal; the output it reads from the journal.</summary>
internal interface ITerminalObserver
{
    /// <summary>The terminal has a new size.</summary>
    ValueTask ResizedAsync(TerminalSize size, CancellationToken cancellationToken);

    /// <summary>Somebody typed. The bytes are only valid until this returns.</summary>
    ValueTask TypedAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken);
}
