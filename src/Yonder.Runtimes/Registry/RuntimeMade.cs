namespace Yonder.Runtimes.Registry;

/// <summary>The making of a runtime has ended, well or not; its state says which.</summary>
/// <param name="Record">As it is now.</param>
public sealed record RuntimeMade(RuntimeRecord Record) : RuntimeEvent;
