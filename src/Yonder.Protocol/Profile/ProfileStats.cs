namespace Yonder.Protocol.Profile;

/// <summary>What a user has.</summary>
/// <param name="ContainerCount">How many containers there are.</param>
/// <param name="ContainerLimit">How many there may be.</param>
/// <param name="SshKeys">How many SSH keys there are.</param>
public sealed record ProfileStats(int ContainerCount, int ContainerLimit, int SshKeys);
