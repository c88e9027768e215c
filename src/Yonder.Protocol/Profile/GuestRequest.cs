namespace Yonder.Protocol.Profile;

/// <summary>Asks for a guest account.</summary>
/// <param name="Username">The name to go by: 2 to 30 letters, digits, <c>_</c> or <c>-</c>.</param>
/// <param name="Email">Kept with the account; it opens nobody's account.</param>
public sealed record GuestRequest(string? Username, string? Email = null);
