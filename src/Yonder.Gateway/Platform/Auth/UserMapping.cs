using Yonder.Protocol.Profile;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>Users on the wire: several slices show them.</summary>
internal static class UserMapping
{
    public static UserView ToView(this UserRecord user) => new()
    {
        Id = user.Id,
        Email = user.Email ?? "",
        Username = user.Username,
        IsAdmin = user.IsAdmin,
        Tier = user.Tier,
        CreatedAt = user.CreatedAt,
        UpdatedAt = user.UpdatedAt,
    };
}
