using Yonder.Gateway.Platform.Storage;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>A user as the database holds it.</summary>
internal sealed class UserRow
{
    public required string Id { get; init; }

    public required string Username { get; init; }

    public string? Email { get; init; }

    public required string Tier { get; init; }

    public required long IsAdmin { get; init; }

    public required long CreatedAt { get; init; }

    public required long UpdatedAt { get; init; }

    public static UserRow From(UserRecord user) => new()
    {
        Id = user.Id,
        Username = user.Username,
        Email = user.Email,
        Tier = user.Tier,
        IsAdmin = user.IsAdmin ? 1 : 0,
        CreatedAt = user.CreatedAt.ToMicros(),
        UpdatedAt = user.UpdatedAt.ToMicros(),
    };

    public UserRecord ToRecord() => new()
    {
        Id = Id,
        Username = Username,
        Email = Email,
        Tier = Tier,
        IsAdmin = IsAdmin is not 0,
        CreatedAt = Micros.FromMicros(CreatedAt),
        UpdatedAt = Micros.FromMicros(UpdatedAt),
    };
}
