namespace Yonder.Gateway.Platform.Auth;

/// <summary>How we know who calls.</summary>
internal enum CallerProof
{
    /// <summary>The connection comes from this machine and belongs to the gateway's own user.</summary>
    SameUser,

    /// <summary>A token its user made.</summary>
    ApiToken,

    /// <summary>A token that came from signing in, as guests do.</summary>
    Session,
}
