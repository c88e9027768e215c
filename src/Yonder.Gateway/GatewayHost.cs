using Microsoft.AspNetCore.Hosting;
using Yonder.Drivers;
using Yonder.Drivers.Local;
using Yonder.Gateway.Features.AuditLogs;
using Yonder.Gateway.Features.Containers;
using Yonder.Gateway.Features.Files;
using Yonder.Gateway.Features.Guests;
using Yonder.Gateway.Features.PortForwards;
using Yonder.Gateway.Features.Processes;
using Yonder.Gateway.Features.Profile;
using Yonder.Gateway.Features.Embed;
using Yonder.Gateway.Features.Recordings;
using Yonder.Gateway.Features.Sessions;
using Yonder.Gateway.Features.Status;
using Yonder.Gateway.Features.Terminals;
using Yonder.Gateway.Features.Tokens;
using Yonder.Gateway.Platform.Hosting;
using Yonder.Gateway.Platform.Storage.Runtimes;
using Yonder.Gateway.Platform.Storage;
using Yonder.Gateway.Platform;

namespace Yonder.Gateway;

/// <summary>Runs the gateway. This class is the list of what it serves.</summary>
public static class GatewayHost
{
    /// <summary>Serves until <paramref name="cancellationToken"/> or a signal stops it; returns the process's exit code.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="output">Is told, in one line, where the gateway listens once it does.</param>
    /// <param name="errors">Is told, in one line, why the gateway cannot start.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<int> RunAsync(
        GatewayOptions options, TextWriter output, TextWriter errors, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        try
        {
            await using var app = await StartAsync(options, cancellationToken);
            await output.WriteLineAsync($"Yonder is listening on {app.Services.GetRequiredService<GatewayAddress>().Url.GetLeftPart(UriPartial.Authority)}");
            await output.FlushAsync(cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (Exception exception) when (exception is StartException or StorageException)
        {
            await errors.WriteLineAsync($"yonder: {exception.Message}");
            return 1;
        }
    }

    /// <summary>Starts serving. Tests put fakes in with <paramref name="configure"/>, which has the last word on services, and routes of their own with <paramref name="map"/>.</summary>
    internal static async Task<WebApplication> StartAsync(
        GatewayOptions options,
        CancellationToken cancellationToken,
        Action<IServiceCollection>? configure = null,
        Action<IEndpointRouteBuilder>? map = null)
    {
        ArgumentNullException.ThrowIfNull(options);

        // Empty: nothing that lies in the current folder or the environment changes how the gateway listens.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Yonder", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.Services.AddPlatform(options);
        AddSlices(builder.Services, options);
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        try
        {
            await app.PreparePlatformAsync(cancellationToken);
            app.UsePlatform();
            MapSlices(app);
            map?.Invoke(app);
            await app.StartAsync(cancellationToken);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static void AddSlices(IServiceCollection services, GatewayOptions options)
    {
        services.AddDrivers();
        services.Configure<LocalDriverOptions>(local => local.DataFolder = options.DataDirectory);
        services.AddRuntimes(options);
        services.AddContainers();
        services.AddFiles();
        services.AddPortForwards();
        services.AddTerminals();
        services.AddRecordings();
        services.AddStatus();
        services.AddGuests();
    }

    private static void MapSlices(IEndpointRouteBuilder app)
    {
        app.MapStatus();
        app.MapContainers();
        app.MapFiles();
        app.MapPortForwards();
        app.MapTerminals();
        app.MapRecordings();
        app.MapProcesses();
        app.MapTokens();
        app.MapProfile();
        app.MapSessions();
        app.MapGuests();
        app.MapAuditLogs();
        app.MapEmbed();
    }
}
