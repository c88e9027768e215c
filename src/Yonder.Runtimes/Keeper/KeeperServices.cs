using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Yonder.Runtimes.Keeper;

/// <summary>Registers the keeper.</summary>
public static class KeeperServices
{
    /// <summary>Adds a keeper inside this process.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="openRuntime">Gives the live runtime of an id.</param>
    /// <param name="options">Makes the limits; the defaults when <see langword="null"/>.</param>
    public static IServiceCollection AddKeeper(
        this IServiceCollection services,
        Func<IServiceProvider, RuntimeId, CancellationToken, ValueTask<IRuntime>> openRuntime,
        Func<IServiceProvider, KeeperOptions>? options = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IKeeper>(provider => new InProcessKeeper(
            (id, cancellationToken) => openRuntime(provider, id, cancellationToken),
            options?.Invoke(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<InProcessKeeper>>()));
        return services;
    }
}
