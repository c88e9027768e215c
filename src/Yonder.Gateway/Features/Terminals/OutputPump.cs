using System.Globalization;
using System.Net.WebSockets;
using Yonder.Gateway.Features.Terminals.Wire;
using Yonder.Protocol.Terminals;
using Yonder.Runtimes.Journals;
using Yonder.Runtimes.Keeper;

namespace Yonder.Gateway.Features.Terminals;

/// <summary>Moves a session's output to one client, from where it lies in the journal: what has come meanwhile goes together, and nothing waits for a clock.</summary>
internal sealed class OutputPump(IKeptReader reader, TerminalOutput output, JsonFrames? frames, Latch firstFrame, Latch firstOutput, Func<bool> isConnected)
{
    private readonly Lock _gate = new();
    private Action? _close;
    private bool _isSending;
    private bool _hasBegun;

    /// <summary>Gets how many bytes were gone when that ended it.</summary>
    public long Gap { get; private set; }

    /// <summary>Ends it by closing the reader: at once while it waits for output, otherwise once the frame that is being sent no longer needs its bytes.</summary>
    public void Stop(Action closeReader)
    {
        lock (_gate)
        {
            if (_isSending)
            {
                _close = closeReader;
                return;
            }
        }

        closeReader();
    }

    public async Task<PumpEnd> RunAsync()
    {
        try
        {
            return await PumpAsync();
        }
        catch (ObjectDisposedException)
        {
            return PumpEnd.Closed;
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException or InvalidOperationException)
        {
            return PumpEnd.Lost;
        }
    }

    // No cancellation: closing the reader ends a wait, aborting the socket ends a send, and neither costs anything for each frame.
    private async Task<PumpEnd> PumpAsync()
    {
        while (true)
        {
            var read = await reader.ReadAsync(CancellationToken.None);
            if (read.Gap > 0 && !await TellGapAsync(read.Gap, read.Offset))
            {
                Gap = read.Gap;
                return PumpEnd.Gap;
            }

            if (read.IsEnd)
            {
                await output.FinishAsync(CancellationToken.None);
                return PumpEnd.Drained;
            }

            if (!_hasBegun)
            {
                _hasBegun = true;
                await BeginAsync();
            }

            if (!read.Bytes.IsEmpty && !await SendAsync(read))
            {
                return PumpEnd.Lost;
            }
        }
    }

    /// <summary>Sends, and counts the bytes as sent only if there was somebody to send them to.</summary>
    private async ValueTask<bool> SendAsync(ByteRead read)
    {
        lock (_gate)
        {
            _isSending = true;
        }

        try
        {
            await output.SendAsync(read.Bytes, read.Offset + read.Bytes.Length, CancellationToken.None);

            // The server swallows what is written to a connection that is gone: without this the program would run on into nothing.
            if (!isConnected())
            {
                return false;
            }

            reader.Advance(read.Bytes.Length);
            return true;
        }
        finally
        {
            Action? close;
            lock (_gate)
            {
                _isSending = false;
                close = _close;
            }

            close?.Invoke();
        }
    }

    private async ValueTask BeginAsync()
    {
        // Told to every client, and not only when the first byte comes after it: a quick shell has printed before anybody looks.
        firstOutput.Open();
        if (frames is not null)
        {
            await frames.SendAsync(new TerminalFrame("shell_ready"), CancellationToken.None);
        }

        await firstFrame.WaitAsync(CancellationToken.None);
    }

    private async ValueTask<bool> TellGapAsync(long gap, long offset)
    {
        if (frames is null)
        {
            return false;
        }

        await output.FinishAsync(CancellationToken.None);
        await frames.SendAsync(new TerminalFrame("gap") { Data = gap.ToString(CultureInfo.InvariantCulture), Gap = gap, Offset = offset }, CancellationToken.None);
        return true;
    }
}
