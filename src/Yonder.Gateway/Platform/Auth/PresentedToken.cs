namespace Yonder.Gateway.Platform.Auth;

/// <summary>Finds the token in a request.</summary>
internal static class PresentedToken
{
    public const string Subprotocol = "rexec.v1";

    private const string Bearer = "Bearer ";
    private const string InSubprotocol = "rexec.token.";

    /// <summary>Gets the token; <see langword="null"/> when the request has none, empty when it has something that is none.</summary>
    public static string? Of(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.Length > 0)
        {
            return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : "";
        }

        // Browsers cannot set headers on a WebSocket. Elsewhere a token in the address is not taken: addresses end up in logs.
        return context.WebSockets.IsWebSocketRequest ? OfSocket(context) : null;
    }

    private static string? OfSocket(HttpContext context)
        => context.WebSockets.WebSocketRequestedProtocols.FirstOrDefault(protocol => protocol.StartsWith(InSubprotocol, StringComparison.Ordinal)) is { } protocol
            ? protocol[InSubprotocol.Length..]
            : context.Request.Query["token"].FirstOrDefault();
}
