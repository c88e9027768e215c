namespace Yonder.Gateway.Platform.RateLimits;

/// <summary>Endpoint metadata: which count a request goes into. Without it: REST, or sockets for a WebSocket.</summary>
internal enum RateLimit
{
    /// <summary>Not counted.</summary>
    None,
    Rest,
    Auth,
    Create,
    Sockets,
}
