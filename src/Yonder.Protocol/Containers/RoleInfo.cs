namespace Yonder.Protocol.Containers;

/// <summary>A set of tools that a container is made for.</summary>
/// <param name="Id">Its id, to create a container with.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Description">What it is good for.</param>
/// <param name="Icon">A picture of one character.</param>
/// <param name="Packages">The tools.</param>
public sealed record RoleInfo(string Id, string Name, string Description, string Icon, IReadOnlyList<string> Packages);
