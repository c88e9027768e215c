using System.Globalization;
using Yonder.Client.Http;
using Yonder.Protocol.Terminals;

namespace Yonder.Client.Terminals;

/// <summary>Makes the sockets of one terminal session.</summary>
internal sealed class TerminalDialer(GatewayHttp http, string containerId, TerminalOptions options)
{
    /// <summary>Gets the session's name: the caller's, or the one the gateway gave, so that a reconnect finds the same shell.</summary>
    public string? SessionId { get; private set; } = options.SessionId;

    public async Task<TerminalConnection> DialAsync(long? since, int columns, int rows, CancellationToken cancellationToken)
    {
        var socket = await GatewaySocket
            .ConnectAsync(http, Path(since, columns, rows), options.Timeout ?? http.Options.Timeout, options.KeepAlive, cancellationToken)
            .ConfigureAwait(false);
        SessionId = socket.Header(TerminalSocket.SessionHeader) ?? SessionId;
        return new TerminalConnection(socket, Number(socket.Header(TerminalSocket.OffsetHeader)));
    }

    public Task EndAsync(CancellationToken cancellationToken)
        => http.CallAsync(HttpMethod.Delete, $"api/terminals/{Uri.EscapeDataString(SessionId ?? "")}", content: null, cancellationToken);

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string Path(long? since, int columns, int rows)
    {
        var query = new Query($"ws/terminal/{Uri.EscapeDataString(containerId)}")
            .Add(TerminalSocket.SessionParameter, SessionId)
            .Add(TerminalSocket.FormatParameter, TerminalSocket.RawFormat)
            .Add(TerminalSocket.FramesParameter, TerminalSocket.BinaryFrames)
            .Add(TerminalSocket.ColumnsParameter, columns)
            .Add(TerminalSocket.RowsParameter, rows)
            .Add(TerminalSocket.SinceParameter, since)
            .Add(TerminalSocket.DirectoryParameter, options.WorkingDirectory);
        foreach (var argument in options.Command ?? [])
        {
            query.Add(TerminalSocket.CommandParameter, argument);
        }

        return query.ToString();
    }
}
