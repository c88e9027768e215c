namespace Yonder.Bench.Harness;

/// <summary>One open terminal of some server, seen as bytes.</summary>
internal interface ITerminalPeer : IAsyncDisposable
{
    ValueTask SendAsync(ReadOnlyMemory<byte> keys, CancellationToken cancellationToken);

    /// <summary>Receives what is there; 0 at the end.</summary>
    ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken);
}
