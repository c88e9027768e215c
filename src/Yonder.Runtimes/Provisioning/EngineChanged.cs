namespace Yonder.Runtimes.Provisioning;

/// <summary>The engine went away or came back; after the latter, list again.</summary>
/// <param name="Status">As it is now.</param>
public sealed record EngineChanged(DriverStatus Status) : ProvisionChange;
