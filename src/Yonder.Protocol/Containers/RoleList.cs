namespace Yonder.Protocol.Containers;

/// <summary>The sets of tools there are.</summary>
/// <param name="Roles">All of them.</param>
public sealed record RoleList(IReadOnlyList<RoleInfo> Roles);
