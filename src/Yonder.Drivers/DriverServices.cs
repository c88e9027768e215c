using Microsoft.Extensions.DependencyInjection;
using Yonder.Drivers.Docker;
using Yonder.Drivers.Local;

namespace Yonder.Drivers;

/// <summary>Registers the drivers, one line each.</summary>
public static class DriverServices
{
    /// <summary>Adds every driver; which of them can work here is decided when they are asked.</summary>
    public static IServiceCollection AddDrivers(this IServiceCollection services) => services
        .AddDockerDriver()
        .AddLocalDriver();
}
