namespace Yonder.Gateway.Platform.Auth;

/// <summary>Who calls, and what they may do.</summary>
internal static class AuthModule
{
    public static IServiceCollection AddCallers(this IServiceCollection services)
    {
        services.AddSingleton<UserStore>();
        services.AddSingleton<TokenStore>();
        services.AddSingleton<LiveTokens>();
        services.AddSingleton<TokenService>();
        services.AddSingleton<AllowedOrigins>();
        services.AddSingleton<CallerFinder>();
        services.AddSingleton<RequestCut>();
        services.AddHostedService<TokenSweeper>();
        return services;
    }

    /// <summary>Between routing and endpoints, after WebSockets are known.</summary>
    public static void UseCallers(this WebApplication app) => app.UseMiddleware<AuthMiddleware>();

    public static Task PrepareCallersAsync(this WebApplication app, CancellationToken cancellationToken)
        => app.Services.GetRequiredService<UserStore>().EnsureAsync(
            LocalOwner.ToUser(app.Services.GetRequiredService<TimeProvider>().GetUtcNow()), cancellationToken);
}
