namespace Yonder.Gateway.Platform.RateLimits;

/// <summary>How many requests a client may make in each minute. A client is an address; the gateway's own user on this machine has limits of its own.</summary>
public sealed record RateLimitOptions
{
    /// <summary>Gets the limit of plain API requests.</summary>
    public int Rest { get; init; } = 500;

    /// <summary>Gets the limit of sign-ins.</summary>
    public int Auth { get; init; } = 60;

    /// <summary>Gets the limit of runtimes made.</summary>
    public int Create { get; init; } = 120;

    /// <summary>Gets the limit of WebSockets opened.</summary>
    public int Sockets { get; init; } = 100;

    /// <summary>Gets what each limit is multiplied by for the gateway's own user: enough for a thousand terminals at once, and still an end to a runaway loop.</summary>
    public int OwnUserFactor { get; init; } = 1000;
}
