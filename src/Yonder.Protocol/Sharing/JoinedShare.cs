namespace Yonder.Protocol.Sharing;

/// <summary>What a share code leads to.</summary>
/// <param name="SessionId">The sharing's id.</param>
/// <param name="ContainerId">The container: its terminal is to be connected to.</param>
/// <param name="ContainerName">The container's name.</param>
/// <param name="Mode"><c>view</c> or <c>control</c>.</param>
/// <param name="Role"><c>owner</c>, <c>editor</c> or <c>viewer</c>.</param>
/// <param name="ExpiresAt">When the sharing ends.</param>
public sealed record JoinedShare(string SessionId, string ContainerId, string? ContainerName, string Mode, string? Role, DateTimeOffset ExpiresAt)
{
    /// <summary>Gets the terminal session that is shared.</summary>
    public string? TerminalId { get; init; }
}
