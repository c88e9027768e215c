namespace Yonder.Gateway.Platform.Auth;

/// <summary>Endpoint metadata: asks for a key that a peer's protocol defines (such as <c>X-API-Key</c>). It stands in for our own rules, the same-user rule included.</summary>
internal interface IPeerAuthentication
{
    /// <summary>Finds the caller; <see langword="null"/> refuses the request with 401.</summary>
    ValueTask<Caller?> AuthenticateAsync(HttpContext context);
}
