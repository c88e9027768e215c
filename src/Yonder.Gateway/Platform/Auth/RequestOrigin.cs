namespace Yonder.Gateway.Platform.Auth;

/// <summary>Whether a page made the request, and whether it is one of ours.</summary>
internal static class RequestOrigin
{
    /// <summary>Gets the origin of the foreign page that made the request; <see langword="null"/> when no page made it, or ours did.</summary>
    public static string? Foreign(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        return origin.Length is 0 || IsOwn(context, origin) ? null : origin;
    }

    /// <summary>Says whether a browser tells us that another site's page is behind the request, though it names no origin (an image, a link).</summary>
    public static bool IsCrossSite(HttpContext context)
        => context.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    private static bool IsOwn(HttpContext context, string origin)
        => Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && Uri.TryCreate($"{context.Request.Scheme}://{context.Request.Host.Value}", UriKind.Absolute, out var us)
            && Uri.Compare(page, us, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) is 0;
}
