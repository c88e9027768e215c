namespace Yonder.Runtimes.Ports;

/// <summary>A connection whose two directions end on their own.</summary>
public abstract class DuplexStream : Stream
{
    /// <summary>Ends our direction: the other side reads end of file and may go on sending.</summary>
    public abstract ValueTask CompleteWritesAsync(CancellationToken cancellationToken = default);
}
