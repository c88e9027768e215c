using System.Globalization;
using Yonder.Drivers;
using Yonder.Gateway.Features.Status;
using Yonder.Gateway.Platform;
using Yonder.Gateway.Platform.Storage.Runtimes;

namespace Yonder.Gateway;

/// <summary>Runs the gateway. This class is the list of what it serves.</summary>
public static class GatewayHost
{
    /// <summary>Serves until <paramref name="cancellationToken"/> or a signal stops it; returns the process's exit code.</summary>
    public static async Task<int> RunAsync(GatewayOptions options, TextWriter output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);

        await using var app = await StartAsync(options, cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Yonder is listening on {app.Urls.First()}"));
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>Starts serving, with <paramref name="configure"/> having the last word on the services (tests put fakes there).</summary>
    internal static async Task<WebApplication> StartAsync(
        GatewayOptions options, CancellationToken cancellationToken, Action<IServiceCollection>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Services
            .AddPlatform(options)
            .AddDrivers()
            .AddRuntimes(options);
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        try
        {
            await app.PreparePlatformAsync(cancellationToken);
            app.Urls.Add($"http://{options.Listen}");
            app.UsePlatform();
            MapSlices(app);
            await app.StartAsync(cancellationToken);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static void MapSlices(IEndpointRouteBuilder app) => app.MapStatus();
}
