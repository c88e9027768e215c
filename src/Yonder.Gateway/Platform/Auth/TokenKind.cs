namespace Yonder.Gateway.Platform.Auth;

internal enum TokenKind
{
    /// <summary>Made by its user, listed under tokens.</summary>
    Api,

    /// <summary>Made by signing in, listed under sessions.</summary>
    Session,
}
