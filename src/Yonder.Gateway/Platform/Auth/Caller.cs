using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>Who makes a request. Handlers take it as a parameter; every lookup they make is scoped to <see cref="UserId"/>.</summary>
internal sealed record Caller
{
    public required string UserId { get; init; }

    public required string Username { get; init; }

    /// <summary>Gets the plan: guest, free, pro or enterprise.</summary>
    public required string Tier { get; init; }

    /// <summary>Gets the most that the caller may do.</summary>
    public required Scope Scope { get; init; }

    /// <summary>Gets the scopes as the token has them.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Gets a value indicating whether this is an administrator using a token (or none) that lets them act as one.</summary>
    public required bool IsAdmin { get; init; }

    public required CallerProof Proof { get; init; }

    /// <summary>Gets the token's id; <see langword="null"/> when none was needed.</summary>
    public string? TokenId { get; init; }

    /// <summary>Gets when the token ends; what a caller makes with it must not outlast it.</summary>
    public DateTimeOffset? TokenExpiresAt { get; init; }

    /// <summary>Gets the foreign origins whose pages may use the token.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Gets the address the request came from.</summary>
    public string? Address { get; init; }

    public string? UserAgent { get; init; }

    /// <summary>Gets what fires when the token is revoked or expires: whatever outlives its request (sockets, streams) links to it.</summary>
    public CancellationToken Revoked { get; init; }

    public static ValueTask<Caller> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    /// <summary>Gets the caller of a request on a route that is not anonymous.</summary>
    public static Caller Of(HttpContext context) => TryOf(context) ?? throw new ProblemException(AuthProblems.TokenRequired);

    /// <summary>Gets the caller where there may be none: on anonymous routes.</summary>
    public static Caller? TryOf(HttpContext context) => context.Features.Get<Caller>();
}
