namespace Yonder.Gateway.Platform.Auth;

/// <summary>What a browser must read in an answer before it hands it to a foreign page.</summary>
internal static class CorsHeaders
{
    public static void Allow(HttpResponse response, string origin)
    {
        response.Headers.AccessControlAllowOrigin = origin;
        response.Headers.AccessControlAllowCredentials = "true";
        response.Headers.AccessControlExposeHeaders = "Content-Disposition, Retry-After, X-File-Mode, X-File-Size, X-RateLimit-Limit, X-RateLimit-Remaining";
    }

    public static void AllowPreflight(HttpResponse response, string origin)
    {
        response.Headers.AccessControlAllowOrigin = origin;
        response.Headers.AccessControlAllowCredentials = "true";
        response.Headers.AccessControlAllowMethods = "GET, POST, PUT, PATCH, DELETE, OPTIONS";
        response.Headers.AccessControlAllowHeaders =
            "Content-Type, Authorization, Upgrade, Sec-WebSocket-Key, Sec-WebSocket-Version, Sec-WebSocket-Protocol, Sec-WebSocket-Extensions";
        response.Headers.AccessControlMaxAge = "600";
    }
}
