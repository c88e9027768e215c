using System.Globalization;
using Yonder.Drivers;
using Yonder.Gateway.Platform;

namespace Yonder.Gateway;

/// <summary>Runs the gateway. This method is the list of what it serves.</summary>
public static class GatewayHost
{
    /// <summary>Serves until <paramref name="cancellationToken"/> or a signal stops it; returns the process's exit code.</summary>
    public static async Task<int> RunAsync(GatewayOptions options, TextWriter output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Services
            .AddPlatform(options)
            .AddDrivers();

        await using var app = builder.Build();
        app.UsePlatform();

        await app.StartAsync(cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Yonder is listening on {app.Urls.First()}"));
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
