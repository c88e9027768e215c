using Microsoft.AspNetCore.Authorization;
using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>Finds out who calls, and whether they may. Every route needs a caller unless it says <c>AllowAnonymous</c>.</summary>
internal sealed class AuthMiddleware(RequestDelegate next, CallerFinder finder, AllowedOrigins origins, RequestCut cut)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            await next(context);
            return;
        }

        var caller = await finder.FindAsync(context, endpoint.Metadata.GetMetadata<IPeerAuthentication>());
        CheckOrigin(context, endpoint, caller);
        if (caller is null)
        {
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            {
                throw new ProblemException(AuthProblems.TokenRequired);
            }

            await next(context);
            return;
        }

        CheckScope(context, endpoint, caller);
        context.Features.Set(caller);
        await cut.RunAsync(context, caller, next);
    }

    private static void CheckScope(HttpContext context, Endpoint endpoint, Caller caller)
    {
        if (endpoint.Metadata.GetMetadata<IPeerAuthentication>() is not null)
        {
            return; // The peer's protocol has no scopes; its key opens what it opens.
        }

        var required = endpoint.Metadata.GetMetadata<RequiredScope>()?.Scope ?? DefaultScope(context);
        if (required is Scope.Admin && !caller.IsAdmin)
        {
            throw new ProblemException(AuthProblems.AdminRequired);
        }

        if (caller.Scope < required && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            throw new ProblemException(AuthProblems.ScopeMissing);
        }
    }

    private static Scope DefaultScope(HttpContext context)
        => IsSafe(context.Request.Method) && !context.WebSockets.IsWebSocketRequest ? Scope.Read : Scope.Write;

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // A foreign page may read what anybody may read. For more it needs a token, and that token's or the owner's consent to its origin.
    private void CheckOrigin(HttpContext context, Endpoint endpoint, Caller? caller)
    {
        if (RequestOrigin.Foreign(context) is not { } origin)
        {
            return;
        }

        if (origins.IsAllowedForAll(origin) || (caller is not null && AllowedOrigins.Matches(caller.AllowedOrigins, origin)))
        {
            CorsHeaders.Allow(context.Response, origin);
            return;
        }

        var isPublic = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && IsSafe(context.Request.Method) && !context.WebSockets.IsWebSocketRequest;
        if (!isPublic)
        {
            throw new ProblemException(caller is null ? AuthProblems.TokenRequired : AuthProblems.ForeignOrigin);
        }
    }
}
