using Yonder.Protocol.Containers;

namespace Yonder.Client.Containers;

/// <summary>Something that happened to the caller's containers.</summary>
/// <param name="Type"><c>list</c> (what there is, first of all), <c>created</c>, <c>updated</c>, <c>started</c>, <c>stopped</c>, <c>deleted</c> or <c>progress</c>; others may come.</param>
/// <param name="Timestamp">When it was told.</param>
public sealed record ContainerChange(string Type, DateTimeOffset Timestamp)
{
    /// <summary>Gets the id of the container it happened to; <see langword="null"/> for a list.</summary>
    public string? ContainerId { get; init; }

    /// <summary>Gets the container as it is now, where that is told.</summary>
    public Container? Container { get; init; }

    /// <summary>Gets how far a creation is, for <c>progress</c>.</summary>
    public ContainerProgress? Progress { get; init; }

    /// <summary>Gets all containers, for <c>list</c>.</summary>
    public IReadOnlyList<Container> Containers { get; init; } = [];
}
