namespace Yonder.Protocol.Containers;

/// <summary>What a client of the events socket sends.</summary>
/// <param name="Type"><c>ping</c>; anything else is ignored.</param>
public sealed record ClientPing(string? Type);
