namespace Yonder.Protocol.Tokens;

/// <summary>Whose token it is that was sent.</summary>
/// <param name="Valid">Always so: a token that is not is answered with 401.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="Username">Their name.</param>
/// <param name="Email">Their address, when they gave one.</param>
/// <param name="Tier">Their plan.</param>
/// <param name="Scopes">What the token may do.</param>
public sealed record TokenValidation(bool Valid, string UserId, string Username, string? Email, string Tier, IReadOnlyList<string> Scopes);
