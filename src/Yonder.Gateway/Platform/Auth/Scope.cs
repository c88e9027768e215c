namespace Yonder.Gateway.Platform.Auth;

/// <summary>What a token may do; each includes the ones before it.</summary>
internal enum Scope
{
    Read,
    Write,
    Admin,
}
