using System.Globalization;
using System.Net.WebSockets;
using Microsoft.Extensions.Options;
using Yonder.Gateway.Features.Terminals.Wire;
using Yonder.Gateway.Platform.Terminals;
using Yonder.Protocol.Terminals;
using Yonder.Runtimes.Journals;
using Yonder.Runtimes.Keeper;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Terminals;

/// <summary>Serves one terminal socket from the upgrade to the close.</summary>
internal sealed class TerminalServer(
    TerminalDoor door,
    TerminalSessions sessions,
    RuntimeRegistry registry,
    TerminalClosing closing,
    JsonReports reports,
    IOptions<TerminalOptions> options,
    TimeProvider time,
    ILogger<TerminalServer> logger)
{
    /// <summary>The socket stays open through a proxy that drops what is silent for a minute.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(30);

    // One send is all that happens before the next wait, so it may happen where the output was read: that spares a key's echo a change of thread.
    private static readonly CursorOptions Cursor = new() { ResumeInline = true };

    public async Task ServeAsync(HttpContext context, TerminalAccess access, TerminalQuery query)
    {
        var session = await door.OpenAsync(access, query, context.RequestAborted);
        var since = FirstOffset(session, query);
        using var reader = await sessions.AttachAsync(access.Key, new AttachSpec { Since = since, Cursor = Cursor }, CancellationToken.None);
        var gap = Math.Max(0, since - (query.Since ?? since));
        Announce(context.Response.Headers, access.Key.Name, since, gap);
        var isConnected = ConnectionLiveness.Watch(context);

        var dialect = TerminalDialect.Negotiate(context.Request);
        using var socket = await AcceptAsync(context, dialect, reader);
        using var use = registry.Use(access.Key.Runtime);
        logger.TerminalAttached(access.Key.Runtime, access.Key.Name, since);
        var leave = dialect.IsJson
            ? await RunJsonAsync(socket, reader, access, session, isConnected, new TerminalFrame("connected") { Data = "Connected", Session = access.Key.Name, Offset = since, Gap = gap > 0 ? gap : null })
            : await RunAsync(socket, reader, access, session, isConnected, dialect, frames: null);
        logger.TerminalDetached(access.Key.Runtime, access.Key.Name, leave);
        reader.Dispose();
        await closing.AfterAsync(access, leave);
    }

    private async Task<WebSocket> AcceptAsync(HttpContext context, TerminalDialect dialect, IKeptReader reader)
    {
        try
        {
            return await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = dialect.SubProtocol, KeepAliveInterval = KeepAlive });
        }
        catch
        {
            // Cut off within the upgrade, the client comes back for the first byte: the program waits for it as for any other.
            reader.Abandon(options.Value.Grace);
            throw;
        }
    }

    private async Task<TerminalLeave> RunJsonAsync(WebSocket socket, IKeptReader reader, TerminalAccess access, TerminalSession session, Func<bool> isConnected, TerminalFrame connected)
    {
        using var frames = new JsonFrames(socket);
        string status;
        try
        {
            status = await reports.BeginAsync(frames, access.Key.Runtime, connected, session.IsNew, CancellationToken.None);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Gone before it was greeted: it may come back, like any other that was cut off.
            reader.Abandon(options.Value.Grace);
            return TerminalLeave.Lost;
        }

        using var stop = new CancellationTokenSource();
        var reporting = reports.RunAsync(frames, access.Key.Runtime, status, stop.Token);
        try
        {
            return await RunAsync(socket, reader, access, session, isConnected, TerminalDialect.Json, frames);
        }
        finally
        {
            await stop.CancelAsync();
            await reporting;
        }
    }

    private async Task<TerminalLeave> RunAsync(
        WebSocket socket, IKeptReader reader, TerminalAccess access, TerminalSession session, Func<bool> isConnected, TerminalDialect dialect, JsonFrames? frames)
    {
        var firstFrame = new Latch(options.Value.FirstFrameTimeout, time);
        var firstOutput = new Latch(options.Value.ReadyTimeout, time);
        if (!dialect.HoldsFirstOutput)
        {
            firstFrame.Open();
        }

        if (session.Info.End > 0)
        {
            firstOutput.Open();
        }

        var pump = new OutputPump(reader, CreateOutput(socket, dialect, frames), frames, firstFrame, firstOutput, isConnected);
        var input = new InputReader(socket, new TerminalInput(sessions, access, frames, firstFrame, firstOutput));
        var connection = new TerminalConnection(socket, reader, pump, input, options.Value.Grace, time);
        using var ends = closing.Watch(connection, access);
        return await connection.RunAsync(() => closing.DescribeEndAsync(access.Key, frames));
    }

    private static TerminalOutput CreateOutput(WebSocket socket, TerminalDialect dialect, JsonFrames? frames)
        => frames is not null ? new JsonOutput(frames)
            : dialect.Kind is WebSocketMessageType.Binary ? new BinaryOutput(socket)
            : new TextOutput(socket, dialect.MaxFrame);

    private long FirstOffset(TerminalSession session, TerminalQuery query) => session switch
    {
        // It may have printed more than the scrollback by now, and all of it is for the client that started it.
        { IsNew: true } => 0,
        { Info: var info } when query.FromEnd => info.End,
        { Info: var info } => Math.Max(info.Start, query.Since ?? (info.End - options.Value.Scrollback)),
    };

    private static void Announce(IHeaderDictionary headers, string name, long offset, long gap)
    {
        headers[TerminalSocket.SessionHeader] = name;
        headers[TerminalSocket.OffsetHeader] = offset.ToString(CultureInfo.InvariantCulture);
        if (gap > 0)
        {
            headers[TerminalSocket.GapHeader] = gap.ToString(CultureInfo.InvariantCulture);
        }
    }
}
