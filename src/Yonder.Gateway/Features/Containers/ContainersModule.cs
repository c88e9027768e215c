using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Yonder.Gateway.Features.Containers.Exec;
using Yonder.Gateway.Features.Containers.Images;
using Yonder.Gateway.Features.Containers.Live;
using Yonder.Gateway.Platform.Problems;
using Yonder.Gateway.Platform.Rexec;

namespace Yonder.Gateway.Features.Containers;

/// <summary>Containers as Rexec clients know them: their life, commands in them, what happens to them.</summary>
internal static class ContainersModule
{
    public static IServiceCollection AddContainers(this IServiceCollection services)
    {
        services.AddOptions<ContainersOptions>().BindConfiguration(ContainersOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ContainersOptions>, ContainersOptionsValidator>());
        services.TryAddSingleton<OwnRuntimes>();
        services.TryAddSingleton<ContainerWishes>();
        services.TryAddSingleton<CommandRun>();
        services.TryAddSingleton<CreationStream>();
        services.TryAddSingleton<EventsSocket>();
        services.TryAddSingleton<ContainerCreation>();
        services.TryAddSingleton<ContainerRefusals>();
        services.AddHostedService<LifetimeSweeper>();
        return services;
    }

    public static void MapContainers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/containers").WithRexecErrors();
        ContainersEndpoints.Map(group);
        ExecEndpoints.Map(group);
        ShellEndpoints.Map(group);
        LiveEndpoints.Map(group);
        CatalogEndpoints.Map(routes.MapGroup("/api").WithRexecErrors());
    }
}
