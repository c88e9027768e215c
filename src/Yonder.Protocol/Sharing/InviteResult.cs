namespace Yonder.Protocol.Sharing;

/// <summary>An invitation for the owner to pass on: the gateway sends no mail.</summary>
/// <param name="Message">What to do with it.</param>
/// <param name="Email">Whom it is for.</param>
/// <param name="ShareCode">The code.</param>
/// <param name="ShareUrl">The path of the page to join at.</param>
public sealed record InviteResult(string Message, string? Email, string ShareCode, string ShareUrl);
