namespace Yonder.Gateway.Platform.Auth;

/// <summary>Answers a browser that asks whether a foreign page may call. It asks without a token, so the answer promises nothing: the call itself is checked.</summary>
internal sealed class PreflightMiddleware(RequestDelegate next, AllowedOrigins origins)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.Origin.ToString() is not { Length: > 0 } origin)
        {
            await next(context);
            return;
        }

        context.Response.Headers.Append("Vary", "Origin");
        if (!HttpMethods.IsOptions(context.Request.Method) || !context.Request.Headers.ContainsKey("Access-Control-Request-Method"))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (await origins.IsKnownAsync(origin, context.RequestAborted))
        {
            CorsHeaders.AllowPreflight(context.Response, origin);
        }
    }
}
