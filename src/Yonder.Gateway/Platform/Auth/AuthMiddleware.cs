using System.Net;
using Microsoft.AspNetCore.Authorization;
using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>Finds out who calls. Every route needs a caller unless it says <c>AllowAnonymous</c>.</summary>
internal sealed class AuthMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (Identify(context) is { } caller)
        {
            context.Features.Set(caller);
        }
        else if (context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            throw new ProblemException(AuthProblems.TokenRequired);
        }

        await next(context);
    }

    private static Caller? Identify(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address) || !SameUserSockets.Owns(context))
        {
            return null;
        }

        return new Caller
        {
            UserId = LocalOwner.Id,
            Username = LocalOwner.Username,
            Tier = "enterprise",
            Scope = Scope.Admin,
            IsAdmin = true,
            Proof = CallerProof.SameUser,
            Address = address.ToString(),
            UserAgent = context.Request.Headers.UserAgent.ToString(),
        };
    }
}
