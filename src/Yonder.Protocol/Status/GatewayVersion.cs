namespace Yonder.Protocol.Status;

/// <summary>Which version of Yonder a gateway is.</summary>
/// <param name="Version">The version.</param>
/// <param name="Build">What it was built of.</param>
public sealed record GatewayVersion(string Version, string? Build = null);
