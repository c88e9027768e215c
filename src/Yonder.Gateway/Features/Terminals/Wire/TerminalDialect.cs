using System.Net.WebSockets;
using Microsoft.Net.Http.Headers;
using Yonder.Protocol.Terminals;

namespace Yonder.Gateway.Features.Terminals.Wire;

/// <summary>How one client wants its output, decided from its upgrade request alone.</summary>
internal sealed record TerminalDialect
{
    /// <summary>Clients known to hand any message on whole and byte for byte.</summary>
    private static readonly string[] BinaryAgents = ["websockets/", "Go-http-client", "yonder"];

    /// <summary>What .NET's SDK reads at once; a longer text message it cuts without regard for characters.</summary>
    public const int SmallFrame = 4096;

    public const int LargeFrame = 64 * 1024;

    public static TerminalDialect Json { get; } = new() { IsJson = true, MaxFrame = LargeFrame };

    public bool IsJson { get; private init; }

    public WebSocketMessageType Kind { get; private init; } = WebSocketMessageType.Text;

    public int MaxFrame { get; private init; } = SmallFrame;

    /// <summary>Gets a value indicating whether output waits for the client's first frame: some attach their handlers only after connecting.</summary>
    public bool HoldsFirstOutput { get; private init; }

    /// <summary>Gets the subprotocol to answer with; never the item that carries the token.</summary>
    public string? SubProtocol { get; private init; }

    public static TerminalDialect Negotiate(HttpRequest request)
    {
        var offered = request.HttpContext.WebSockets.WebSocketRequestedProtocols;
        var subProtocol = offered.FirstOrDefault(name => name is "rexec.v1");
        var format = request.Query[TerminalSocket.FormatParameter].ToString();
        var isJson = format switch
        {
            "json" => true,
            TerminalSocket.RawFormat => false,
            _ => subProtocol is not null || TerminalSessionName.IsEmbed(request.Query[TerminalSocket.SessionParameter]),
        };
        var dialect = isJson ? Json : IsBinary(request) ? Binary() : Text(request);
        return dialect with { SubProtocol = subProtocol };
    }

    private static TerminalDialect Binary() => new() { Kind = WebSocketMessageType.Binary, MaxFrame = LargeFrame };

    private static TerminalDialect Text(HttpRequest request) => new()
    {
        // Who offers compression has a full WebSocket stack, which reads whole messages; .NET's, which does not, never offers it.
        MaxFrame = request.Headers.SecWebSocketExtensions.ToString().Contains("permessage-deflate", StringComparison.OrdinalIgnoreCase) ? LargeFrame : SmallFrame,
        HoldsFirstOutput = true,
    };

    private static bool IsBinary(HttpRequest request) => request.Query[TerminalSocket.FramesParameter].ToString() switch
    {
        TerminalSocket.BinaryFrames => true,
        "text" => false,
        _ => BinaryAgents.Any(agent => request.Headers[HeaderNames.UserAgent].ToString().Contains(agent, StringComparison.OrdinalIgnoreCase)),
    };
}
