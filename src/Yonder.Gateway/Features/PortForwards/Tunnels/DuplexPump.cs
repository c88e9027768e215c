namespace Yonder.Gateway.Features.PortForwards.Tunnels;

/// <summary>Carries bytes both ways between two connections until both directions have ended.</summary>
internal static class DuplexPump
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Runs until both directions have ended by themselves, each end passed on as a half-close; a failure of one ends the other.</summary>
    public static async Task RunAsync(Stream left, Func<ValueTask> endLeft, Stream right, Func<ValueTask> endRight, CancellationToken cancellationToken)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(
            CopyAsync(left, right, endRight, failed),
            CopyAsync(right, left, endLeft, failed));
    }

    private static async Task CopyAsync(Stream from, Stream to, Func<ValueTask> end, CancellationTokenSource failed)
    {
        try
        {
            await from.CopyToAsync(to, BufferSize, failed.Token);
            await end();
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
    }
}
