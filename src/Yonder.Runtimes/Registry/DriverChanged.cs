namespace Yonder.Runtimes.Registry;

/// <summary>The engine behind a driver went away or came back.</summary>
/// <param name="Driver">The driver's scheme.</param>
/// <param name="Status">As it is now.</param>
public sealed record DriverChanged(string Driver, DriverStatus Status) : RuntimeEvent;
