namespace Yonder.Protocol.Tokens;

/// <summary>The caller's tokens.</summary>
/// <param name="Tokens">All of them.</param>
public sealed record TokenList(IReadOnlyList<ApiToken> Tokens);
