namespace Yonder.Protocol.Tokens;

/// <summary>What token to make.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">What it may do: <c>read</c>, <c>write</c>, <c>admin</c>; read and write when left out.</param>
/// <param name="ExpiresIn">After how many days it stops working; never when left out.</param>
/// <param name="AllowedOrigins">The origins whose pages may use it beside the gateway's own, e.g. <c>https://example.com</c>, or <c>*</c> for any.</param>
public sealed record CreateTokenRequest(
    string? Name, IReadOnlyList<string>? Scopes = null, int? ExpiresIn = null, IReadOnlyList<string>? AllowedOrigins = null);
