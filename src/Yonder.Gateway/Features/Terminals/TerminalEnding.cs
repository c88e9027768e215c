using System.Net.WebSockets;

namespace Yonder.Gateway.Features.Terminals;

/// <summary>Why a socket is closed, as its client is told.</summary>
internal sealed record TerminalEnding(WebSocketCloseStatus Status, string Reason)
{
    private const int MaxReason = 123;

    public static TerminalEnding Stopping { get; } = new(WebSocketCloseStatus.EndpointUnavailable, "the gateway is stopping");

    public static TerminalEnding Revoked { get; } = new(WebSocketCloseStatus.PolicyViolation, "the token is no longer valid");

    public static TerminalEnding SharingEnded { get; } = new((WebSocketCloseStatus)4003, "the sharing of this terminal has ended");

    public static TerminalEnding SessionEnded { get; } = new(WebSocketCloseStatus.NormalClosure, "session ended");

    public static TerminalEnding RuntimeLost { get; } = new(WebSocketCloseStatus.InternalServerError, "the runtime was lost");

    /// <summary>Try again later: a client that comes back with its offset is told what it missed.</summary>
    public static TerminalEnding TooSlow(long gap)
        => new((WebSocketCloseStatus)1013, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"too slow: {gap} bytes are gone"));

    /// <summary>A reason that fits into a close frame.</summary>
    public static TerminalEnding Ended(string reason) => new(WebSocketCloseStatus.NormalClosure, reason.Length <= MaxReason ? reason : reason[..MaxReason]);
}
