namespace Yonder.Protocol.Containers;

/// <summary>The answer to a start, stop, pause, resume or delete.</summary>
/// <param name="Message">What was done, for people.</param>
/// <param name="Id">The container's id.</param>
/// <param name="Name">The container's name.</param>
/// <param name="Status">Its state now; absent when it was deleted.</param>
public sealed record ContainerAction(string Message, string Id, string Name, string? Status = null)
{
    /// <summary>Gets the same id under the name that some clients read.</summary>
    public string DbId => Id;

    /// <summary>Gets a value indicating whether it had to be made again because its engine had lost it.</summary>
    public bool? Recreated { get; init; }
}
