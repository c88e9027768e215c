namespace Yonder.Gateway.Platform.Auth;

internal static class AuthExtensions
{
    /// <summary>Says what a token must allow here. Without it: read for GET and HEAD, write for all else and for WebSockets.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder builder, Scope scope)
        where TBuilder : IEndpointConventionBuilder
        => builder.WithMetadata(new RequiredScope(scope));

    /// <summary>Says that these routes are protected by <paramref name="authentication"/>, a key of a peer's protocol, and by nothing else.</summary>
    public static TBuilder WithPeerAuthentication<TBuilder>(this TBuilder builder, IPeerAuthentication authentication)
        where TBuilder : IEndpointConventionBuilder
        => builder.WithMetadata(authentication);
}
