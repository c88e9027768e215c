using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local;

/// <summary>Registers the Local driver.</summary>
public static class LocalDriverServices
{
    /// <summary>Adds the driver of this machine; its settings are <see cref="LocalDriverOptions"/>.</summary>
    public static IServiceCollection AddLocalDriver(this IServiceCollection services)
    {
        services.AddOptions<LocalDriverOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRuntimeDriver, LocalDriver>());
        return services;
    }
}
