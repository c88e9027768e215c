using Microsoft.Extensions.DependencyInjection.Extensions;
using Yonder.Drivers.Docker;
using Yonder.Gateway.Platform.Hosting;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Platform.Storage.Runtimes;

/// <summary>The registry of runtimes, on the gateway's database.</summary>
internal static class RuntimesModule
{
    public static IServiceCollection AddRuntimes(this IServiceCollection services, GatewayOptions options)
    {
        services.TryAddSingleton<IRuntimeStore, SqlRuntimeStore>();
        services.TryAddSingleton(new RuntimeRegistryOptions { DefaultDriver = options.Driver });
        services.TryAddSingleton<RuntimeDrivers>();
        services.TryAddSingleton<RuntimeRegistry>();
        services.AddHostedService<RuntimeRecovery>();

        // What a gateway makes is its own: two of them on one machine must never take each other's for orphans.
        services.AddOptions<DockerOptions>().Configure<DataFolder>((docker, folder) => docker.Instance = InstanceMark.Of(folder));
        return services;
    }
}
