using Microsoft.Extensions.DependencyInjection.Extensions;
using Yonder.Gateway.Features.Terminals.Sharing;
using Yonder.Gateway.Platform.Hosting;
using Yonder.Gateway.Platform.Problems;
using Yonder.Gateway.Platform.Terminals;
using Yonder.Runtimes.Keeper;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Terminals;

/// <summary>Terminals over WebSocket, in every dialect that Rexec clients speak, and the list of those that run.</summary>
internal static class TerminalsModule
{
    public static IServiceCollection AddTerminals(this IServiceCollection services)
    {
        services.AddOptions<TerminalOptions>().BindConfiguration(TerminalOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddKeeper(
            (provider, runtime, cancellationToken) => provider.GetRequiredService<RuntimeRegistry>().OpenAsync(runtime, cancellationToken),
            provider => new KeeperOptions { SpillDirectory = provider.GetRequiredService<DataFolder>().FolderOf("spill") });
        services.TryAddSingleton<TerminalSessions>();
        services.TryAddSingleton<TerminalDoor>();
        services.TryAddSingleton<TerminalClosing>();
        services.TryAddSingleton<TerminalStatsSource>();
        services.TryAddSingleton<JsonReports>();
        services.TryAddSingleton<TerminalServer>();
        return services.AddSharing();
    }

    public static void MapTerminals(this IEndpointRouteBuilder routes)
    {
        // Anonymous as a route: who comes by a share code is known by that alone. The door asks everybody else for a token.
        routes.MapGet("/ws/terminal/{container}", TerminalEndpoints.ConnectAsync).AllowAnonymous().WithRexecErrors().WithName("ConnectTerminal");

        routes.MapSharing();
        var terminals = routes.MapGroup("/api/terminals");
        terminals.MapGet("/", TerminalEndpoints.ListAsync).WithName("ListTerminals");
        terminals.MapDelete("/{session}", TerminalEndpoints.EndAsync).WithName("EndTerminal");
    }
}
