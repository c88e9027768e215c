namespace Yonder.Gateway.Platform.Auth;

/// <summary>Endpoint metadata: the scope a token needs here, where the method does not say it.</summary>
internal sealed record RequiredScope(Scope Scope);
