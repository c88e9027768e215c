using Microsoft.Extensions.DependencyInjection;
using Yonder.Runtimes;
using Yonder.TestKit.Registry;

namespace Yonder.Gateway.Tests.Features.Containers;

/// <summary>A gateway whose containers are made by an engine in memory, which fails and waits on demand.</summary>
internal static class FakeEngineGateway
{
    public static Task<GatewayFixture> StartAsync(FakeDriver driver, Action<IServiceCollection>? configure = null)
        => GatewayFixture.StartAsync(
            options => options with { Driver = driver.Scheme },
            services =>
            {
                services.AddSingleton<IRuntimeDriver>(driver);
                configure?.Invoke(services);
            });
}
