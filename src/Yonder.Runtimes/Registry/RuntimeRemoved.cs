namespace Yonder.Runtimes.Registry;

/// <summary>A runtime was deleted.</summary>
/// <param name="Record">As it was last.</param>
public sealed record RuntimeRemoved(RuntimeRecord Record) : RuntimeEvent;
