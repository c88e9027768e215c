namespace Yonder.Protocol;

/// <summary>The gateway's own error body (RFC 9457), with the stable <paramref name="Code"/> clients switch on.</summary>
public sealed record ProblemView(int Status, string Title, string? Detail, string? Code);
