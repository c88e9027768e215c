namespace Yonder.Protocol.Containers;

/// <summary>One step of a creation, as the event stream tells it.</summary>
public sealed record CreateProgress
{
    /// <summary>Gets the stage: <c>validating</c>, <c>pulling</c>, <c>creating</c>, <c>starting</c>, <c>configuring</c>, <c>ready</c>.</summary>
    public string Stage { get; init; } = "";

    /// <summary>Gets what happens, for people.</summary>
    public string Message { get; init; } = "";

    /// <summary>Gets how far it is, 0 to 100.</summary>
    public int Progress { get; init; }

    /// <summary>Gets more about the step, e.g. the bytes pulled.</summary>
    public string? Detail { get; init; }

    /// <summary>Gets why the creation failed.</summary>
    public string? Error { get; init; }

    /// <summary>Gets a value indicating whether this is the last step.</summary>
    public bool Complete { get; init; }

    /// <summary>Gets the container's id, once there is one.</summary>
    public string? ContainerId { get; init; }

    /// <summary>Gets the container, with the last step.</summary>
    public Container? Container { get; init; }
}
