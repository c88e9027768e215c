namespace Yonder.Protocol.Profile;

/// <summary>Says that sign-ins were ended.</summary>
/// <param name="Revoked">Whether they were.</param>
/// <param name="Count">How many.</param>
public sealed record RevokedSessions(bool Revoked, int Count);
