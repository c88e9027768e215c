using Yonder.Gateway.Platform.Problems;
using Yonder.Gateway.Platform.RateLimits;

namespace Yonder.Gateway.Features.Guests;

/// <summary>Accounts without a password, for two days.</summary>
internal static class GuestsModule
{
    public static IServiceCollection AddGuests(this IServiceCollection services) => services.AddSingleton<GuestService>();

    public static void MapGuests(this IEndpointRouteBuilder routes)
        => routes.MapPost("/api/auth/guest", GuestsEndpoints.SignInAsync)
            .AllowAnonymous()
            .WithRexecErrors()
            .WithRateLimit(RateLimit.Auth)
            .WithName("SignInAsGuest");
}
