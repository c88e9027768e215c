namespace Yonder.Gateway.Platform.Auth;

internal sealed record UserRecord
{
    public required string Id { get; init; }

    public required string Username { get; init; }

    public string? Email { get; init; }

    /// <summary>Gets the plan: guest, free, pro or enterprise.</summary>
    public required string Tier { get; init; }

    public required bool IsAdmin { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
