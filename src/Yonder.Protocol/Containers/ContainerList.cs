namespace Yonder.Protocol.Containers;

/// <summary>The caller's containers.</summary>
/// <param name="Containers">All of them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Limit">How many the caller may have.</param>
public sealed record ContainerList(IReadOnlyList<Container> Containers, int Count, int Limit);
