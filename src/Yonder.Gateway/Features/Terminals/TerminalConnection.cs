using System.Net.WebSockets;
using Yonder.Gateway.Features.Terminals.Wire;
using Yonder.Runtimes.Keeper;

namespace Yonder.Gateway.Features.Terminals;

/// <summary>One client on one session. Output and input know nothing of each other, so a key is handled at once however much output is held back.</summary>
internal sealed class TerminalConnection(WebSocket socket, IKeptReader reader, OutputPump pump, InputReader input, TimeSpan grace, TimeProvider time)
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource<TerminalEnding> _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Sends the client away.</summary>
    public void Stop(TerminalEnding ending) => _stop.TrySetResult(ending);

    /// <summary>Serves the client until it leaves, is sent away, or has everything there is. When this returns nothing of the connection runs any more.</summary>
    /// <param name="describeEnd">Says how the program ended, once its output has been sent.</param>
    public async Task<TerminalLeave> RunAsync(Func<Task<TerminalEnding>> describeEnd)
    {
        var sending = pump.RunAsync();
        var receiving = ReceiveAsync();
        var first = await Task.WhenAny(sending, receiving, _stop.Task);
        if (first == _stop.Task)
        {
            pump.Stop(Abandon);
            await SettleAsync(sending);
            await CloseAsync(await _stop.Task, receiving);
            return TerminalLeave.SentAway;
        }

        if (first == receiving)
        {
            return await LeaveAsync(sending, isProper: await receiving);
        }

        switch (await sending)
        {
            case PumpEnd.Drained:
                return await CloseAsync(await describeEnd(), receiving) ? TerminalLeave.Drained : TerminalLeave.Lost;
            case PumpEnd.Gap:
                await CloseAsync(TerminalEnding.TooSlow(pump.Gap), receiving);
                return TerminalLeave.SentAway;
            default:
                socket.Abort();
                return await LeaveAsync(sending, isProper: await receiving);
        }
    }

    private void Abandon() => reader.Abandon(grace);

    /// <summary>Reads until the client closes (true) or is cut off (false).</summary>
    private async Task<bool> ReceiveAsync()
    {
        try
        {
            await input.RunAsync(CancellationToken.None);
            return true;
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut off, aborted by us, or not speaking the protocol: for all of them the connection is over.
            return false;
        }
    }

    private async Task<TerminalLeave> LeaveAsync(Task<PumpEnd> sending, bool isProper)
    {
        if (!isProper)
        {
            pump.Stop(Abandon);
            socket.Abort();
            await sending;
            return TerminalLeave.Lost;
        }

        pump.Stop(reader.Dispose);
        await SettleAsync(sending);
        await FarewellAsync(new TerminalEnding(WebSocketCloseStatus.NormalClosure, ""));
        return TerminalLeave.Closed;
    }

    /// <summary>Waits for the frame that is being sent; a client that does not take it is cut off.</summary>
    private async Task SettleAsync(Task sending)
    {
        try
        {
            await sending.WaitAsync(CloseTimeout, time);
        }
        catch (TimeoutException)
        {
            socket.Abort();
            await sending;
        }
    }

    /// <summary>Closes and waits for the client's answer, which says that it has received everything.</summary>
    private async Task<bool> CloseAsync(TerminalEnding ending, Task<bool> receiving)
    {
        await FarewellAsync(ending);
        try
        {
            return await receiving.WaitAsync(CloseTimeout, time);
        }
        catch (TimeoutException)
        {
            socket.Abort();
            return await receiving;
        }
    }

    private async Task FarewellAsync(TerminalEnding ending)
    {
        using var limit = new CancellationTokenSource(CloseTimeout, time);
        try
        {
            await socket.CloseOutputAsync(ending.Status, ending.Reason, limit.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The client is gone, or does not take the close either.
            socket.Abort();
        }
    }
}
