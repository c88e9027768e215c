namespace Yonder.Gateway.Platform.RateLimits;

internal sealed record RateLimitMetadata(RateLimit Limit);
