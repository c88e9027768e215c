namespace Yonder.Protocol.Containers;

/// <summary>One step of a creation, as the events socket tells it.</summary>
public sealed record ContainerProgress
{
    /// <summary>Gets the container's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the stage, as in <see cref="CreateProgress.Stage"/>.</summary>
    public required string Stage { get; init; }

    /// <summary>Gets what happens, for people.</summary>
    public string Message { get; init; } = "";

    /// <summary>Gets how far it is, 0 to 100.</summary>
    public int Progress { get; init; }

    /// <summary>Gets the container's id again, once there is a place.</summary>
    public string? ContainerId { get; init; }

    /// <summary>Gets the container, with the last step.</summary>
    public Container? Container { get; init; }

    /// <summary>Gets a value indicating whether this is the last step.</summary>
    public bool? Complete { get; init; }

    /// <summary>Gets why the creation failed.</summary>
    public string? Error { get; init; }
}
