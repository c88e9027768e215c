namespace Yonder.Runtimes.Registry;

/// <summary>A runtime's state, name or limits changed.</summary>
/// <param name="Record">As it is now.</param>
public sealed record RuntimeUpdated(RuntimeRecord Record) : RuntimeEvent;
