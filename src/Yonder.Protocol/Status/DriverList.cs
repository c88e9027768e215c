namespace Yonder.Protocol.Status;

/// <summary>Every driver that the gateway has.</summary>
/// <param name="Drivers">All of them, by name.</param>
public sealed record DriverList(IReadOnlyList<DriverView> Drivers);
