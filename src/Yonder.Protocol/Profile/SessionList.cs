namespace Yonder.Protocol.Profile;

/// <summary>The caller's sign-ins.</summary>
/// <param name="Sessions">All of them, newest first.</param>
public sealed record SessionList(IReadOnlyList<SessionView> Sessions);
