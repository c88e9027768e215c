namespace Yonder.Gateway.Platform.RateLimits;

internal static class RateLimitExtensions
{
    public static TBuilder WithRateLimit<TBuilder>(this TBuilder builder, RateLimit limit)
        where TBuilder : IEndpointConventionBuilder
        => builder.WithMetadata(new RateLimitMetadata(limit));
}
