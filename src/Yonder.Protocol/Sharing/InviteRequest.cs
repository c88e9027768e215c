namespace Yonder.Protocol.Sharing;

/// <summary>Asks for an invitation to a shared terminal.</summary>
/// <param name="Email">Whom it is for.</param>
public sealed record InviteRequest(string? Email = null);
