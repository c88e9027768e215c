namespace Yonder.Gateway;

/// <summary>What <c>yonder serve</c> was asked for.</summary>
public sealed record GatewayOptions
{
    /// <summary>Gets the address to listen on, e.g. <c>127.0.0.1:23300</c>; port 0 picks a free one.</summary>
    public string Listen { get; init; } = "127.0.0.1:23300";

    /// <summary>Gets the folder that all state is in.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Gets where state is kept: <c>sqlite</c> (in the data folder) or a <c>postgres://</c> URL.</summary>
    public string Database { get; init; } = "sqlite";

    /// <summary>Gets the scheme of the driver that makes containers, e.g. <c>docker</c> or <c>local</c>; Docker when its engine answers, else Local, when <see langword="null"/>.</summary>
    public string? Driver { get; init; }
}
