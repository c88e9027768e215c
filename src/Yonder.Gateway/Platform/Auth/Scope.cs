namespace Yonder.Gateway.Platform.Auth;

/// <summary>What a token may do; each includes the ones before it.</summary>
internal enum Scope
{
    /// <summary>Nothing of its own: tokens for agents only.</summary>
    None,
    Read,
    Write,
    Admin,
}
