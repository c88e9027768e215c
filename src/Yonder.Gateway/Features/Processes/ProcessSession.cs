using System.Net.WebSockets;
using System.Text.Json;
using Yonder.Protocol;
using Yonder.Protocol.Processes;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.Gateway.Features.Processes;

/// <summary>Joins one process to one socket until either ends.</summary>
internal sealed class ProcessSession(IProcess process, ProcessWire wire, TimeProvider time)
{
    /// <summary>What a daemon left behind still holds open is not waited for longer than this once nothing comes.</summary>
    private static readonly TimeSpan QuietAfterExit = TimeSpan.FromSeconds(1);

    private long _sent;

    /// <summary>Runs until the process has ended and its output is sent, or the client has gone. Cancelling <paramref name="stop"/> is how the parts end each other.</summary>
    public async Task RunAsync(CancellationTokenSource stop)
    {
        var outputs = Task.WhenAll(
            PumpAsync(process.StandardOutput, ProcessChannel.Output, stop.Token),
            PumpAsync(process.StandardError, ProcessChannel.Error, stop.Token));
        var input = ReadInputAsync(stop.Token);
        var end = EndAsync(outputs, stop.Token);
        try
        {
            await Task.WhenAny(input, end);
            if (end.IsCompleted)
            {
                await end;
                await wire.CloseAsync(time);
                await input.WaitAsync(QuietAfterExit, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The client has gone: the process is disposed, and so killed, by our caller.
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(input, end, outputs).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task EndAsync(Task outputs, CancellationToken cancellationToken)
    {
        ProcessFrame last;
        try
        {
            var status = await process.WaitAsync(cancellationToken);
            await DrainAsync(outputs, cancellationToken);
            last = new ProcessFrame(ProcessFrame.Exited) { ExitCode = status.Code, Signal = status.Signal is 0 ? null : status.Signal };
        }
        catch (RuntimeException exception)
        {
            last = new ProcessFrame(ProcessFrame.Failed) { Message = exception.Message, Code = "runtime.lost", Status = StatusCodes.Status502BadGateway };
        }

        await wire.SendAsync(last, cancellationToken);
    }

    private async Task DrainAsync(Task outputs, CancellationToken cancellationToken)
    {
        long before;
        do
        {
            before = Volatile.Read(ref _sent);
            await Task.WhenAny(outputs, Task.Delay(QuietAfterExit, time, cancellationToken));
        }
        while (!outputs.IsCompleted && Volatile.Read(ref _sent) != before);

        if (outputs.IsCompleted)
        {
            await outputs;
        }
    }

    private async Task PumpAsync(Stream output, byte channel, CancellationToken cancellationToken)
    {
        var message = new byte[ProcessWire.MaxPayload + 1];
        message[0] = channel;
        for (int count; (count = await output.ReadAsync(message.AsMemory(1), cancellationToken)) > 0;)
        {
            await wire.SendAsync(message.AsMemory(0, count + 1), WebSocketMessageType.Binary, cancellationToken);
            Interlocked.Increment(ref _sent);
        }
    }

    private async Task ReadInputAsync(CancellationToken cancellationToken)
    {
        var isOpen = true;
        while (await wire.ReceiveAsync(cancellationToken) is { } message)
        {
            if (message.Type is WebSocketMessageType.Text)
            {
                await SignalAsync(message.Bytes, cancellationToken);
            }
            else if (isOpen && message.Bytes is { IsEmpty: false } bytes && bytes.Span[0] is ProcessChannel.Input)
            {
                isOpen = await WriteAsync(bytes[1..], cancellationToken);
            }
        }
    }

    /// <summary>Passes input on; false once there is no more to be passed: the client ended it, or the process stopped reading.</summary>
    private async Task<bool> WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (bytes.IsEmpty)
        {
            await process.StandardInput.DisposeAsync();
            return false;
        }

        try
        {
            await process.StandardInput.WriteAsync(bytes, cancellationToken);
            await process.StandardInput.FlushAsync(cancellationToken);
            return true;
        }
        catch (IOException)
        {
            // As with a pipe: a process need not read what it is given.
            return false;
        }
    }

    private async Task SignalAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        try
        {
            if (JsonSerializer.Deserialize(text.Span, RexecJson.Default.ProcessFrame) is { Type: ProcessFrame.Kill, Signal: { } signal }
                && Enum.IsDefined((ProcessSignal)signal))
            {
                await process.SignalAsync((ProcessSignal)signal, cancellationToken);
            }
        }
        catch (JsonException)
        {
            // Not understood, and so ignored like a type that is not known.
        }
    }
}
