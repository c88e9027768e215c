namespace Yonder.Gateway.Features.Terminals.Wire;

/// <summary>Sends output as one client wants it.</summary>
internal abstract class TerminalOutput
{
    /// <summary>Sends <paramref name="bytes"/>, which must stay as they are until this returns.</summary>
    /// <param name="bytes">What comes next.</param>
    /// <param name="end">The offset in the session's output after them.</param>
    /// <param name="cancellationToken">Gives up; the socket cannot be used afterwards.</param>
    public abstract ValueTask SendAsync(ReadOnlyMemory<byte> bytes, long end, CancellationToken cancellationToken);

    /// <summary>Sends what is still held back, because there will be no more.</summary>
    public virtual ValueTask FinishAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
