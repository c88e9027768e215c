namespace Yonder.Protocol.Sharing;

/// <summary>A terminal that is shared.</summary>
/// <param name="SessionId">The id to end the sharing by.</param>
/// <param name="ShareCode">The code to give to others.</param>
/// <param name="ShareUrl">The path of the page to join on.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="Mode"><c>view</c> or <c>control</c>.</param>
public sealed record Share(string SessionId, string ShareCode, string ShareUrl, DateTimeOffset ExpiresAt, string Mode);
