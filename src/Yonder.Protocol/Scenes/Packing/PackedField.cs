namespace Yonder.Protocol.Scenes.Packing;

/// <summary>One pair of a received map.</summary>
/// <param name="Name">The key; text.</param>
/// <param name="Value">What it names.</param>
public readonly record struct PackedField(PackedValue Name, PackedValue Value);
