using Yonder.Gateway.Platform.RateLimits;

namespace Yonder.Gateway;

/// <summary>What <c>yonder serve</c> was asked for.</summary>
public sealed record GatewayOptions
{
    /// <summary>Gets the address to listen on, e.g. <c>127.0.0.1:23300</c>; port 0 picks a free one. A loopback address means both loopbacks.</summary>
    public string Listen { get; init; } = "127.0.0.1:23300";

    /// <summary>Gets the address that the scene server listens on.</summary>
    public string ScenesListen { get; init; } = "127.0.0.1:8012";

    /// <summary>Gets the folder that all state is in.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Gets where state is kept: <c>sqlite</c> (in the data folder) or a <c>postgres://</c> URL.</summary>
    public string Database { get; init; } = "sqlite";

    /// <summary>Gets the scheme of the driver that makes containers, e.g. <c>docker</c> or <c>local</c>; Docker when its engine answers, else Local, when <see langword="null"/>.</summary>
    public string? Driver { get; init; }

    /// <summary>Gets the origins (<c>https://example.com</c>, or <c>*</c>) whose pages may call with any valid token.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Gets a value indicating whether listening beyond loopback without TLS is what its owner wants.</summary>
    public bool AllowInsecure { get; init; }

    /// <summary>Gets a value indicating whether strangers may sign in as guests. Otherwise only a known caller can make a guest account.</summary>
    public bool AllowGuests { get; init; }

    /// <summary>Gets the PEM file of the certificate (with its chain) to serve HTTPS with.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>Gets the PEM file of the certificate's key, when it is not in <see cref="CertificateFile"/>.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Gets a value indicating whether the console is opened in a browser once ready.</summary>
    public bool OpenBrowser { get; init; }

    /// <summary>Gets a value indicating whether logs are JSON, one object a line, rather than text.</summary>
    public bool JsonLogs { get; init; }

    /// <summary>Gets the lowest level that is logged: <c>debug</c>, <c>information</c>, <c>warning</c> or <c>error</c>.</summary>
    public string LogLevel { get; init; } = "information";

    /// <summary>Gets the key of the runtime API's own protocol (<c>YONDER_API_KEY</c>); the same-user rule never stands in for it.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Gets how many requests a minute a client may make.</summary>
    public RateLimitOptions RateLimits { get; init; } = new();

    /// <summary>Gets how long audit entries are kept.</summary>
    public TimeSpan AuditRetention { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Gets how long requests that are under way may take to finish when the gateway is asked to stop.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
