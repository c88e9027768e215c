using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Yonder.Gateway.Platform.Hosting;

/// <summary>Where the gateway listens and keeps its state, and how it ends.</summary>
internal static class HostingModule
{
    public static IServiceCollection AddHosting(this IServiceCollection services, GatewayOptions options)
    {
        ExposureRule.Check(options);
        services.AddSingleton(_ => DataFolder.Open(options.DataDirectory));
        services.AddSingleton(provider =>
        {
            // The folder first: who starts a second gateway by mistake should read about that, and not about the port.
            provider.GetRequiredService<DataFolder>();
            return ListenSockets.Bind(ListenAddress.Parse(options.Listen));
        });
        services.AddSingleton<GatewayAddress>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelSetup>();
        services.AddSingleton<IConfigureOptions<SocketTransportOptions>, KestrelSetup>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainTimeout);
        services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        return services;
    }
}
