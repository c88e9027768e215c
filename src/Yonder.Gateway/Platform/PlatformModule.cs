namespace Yonder.Gateway.Platform;

internal static class PlatformModule
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, GatewayOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        return services;
    }

    public static void UsePlatform(this WebApplication app)
    {
        app.Urls.Add($"http://{app.Services.GetRequiredService<GatewayOptions>().Listen}");
        app.UseWebSockets();
    }
}
