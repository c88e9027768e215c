namespace Yonder.Runtimes.Registry;

/// <summary>A runtime was asked for.</summary>
/// <param name="Record">As it is now.</param>
public sealed record RuntimeAdded(RuntimeRecord Record) : RuntimeEvent;
