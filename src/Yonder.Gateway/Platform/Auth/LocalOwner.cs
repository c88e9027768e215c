namespace Yonder.Gateway.Platform.Auth;

/// <summary>The user that the gateway runs as. Always there, under one id, so that what belongs to it is found again with any database.</summary>
internal static class LocalOwner
{
    public const string Id = "00000000-0000-0000-0000-000000000001";

    public const string Tier = "enterprise";

    public static string Username => Environment.UserName;

    public static UserRecord ToUser(DateTimeOffset now)
        => new() { Id = Id, Username = Username, Tier = Tier, IsAdmin = true, CreatedAt = now, UpdatedAt = now };
}
