using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Yonder.Scenes.Sockets;

/// <summary>The addresses that the server listens on.</summary>
internal static class SceneListener
{
    public static void Configure(KestrelServerOptions kestrel, SceneServerOptions options)
    {
        switch (options.Host)
        {
            case "localhost" when options.Port != 0:
                kestrel.ListenLocalhost(options.Port, listen => Secure(listen, options));
                break;
            case "localhost":
                kestrel.Listen(IPAddress.Loopback, 0, listen => Secure(listen, options));
                break;
            case "*" or "0.0.0.0" or "::":
                kestrel.ListenAnyIP(options.Port, listen => Secure(listen, options));
                break;
            default:
                var address = IPAddress.TryParse(options.Host, out var given) ? given : Dns.GetHostAddresses(options.Host)[0];
                kestrel.Listen(address, options.Port, listen => Secure(listen, options));
                break;
        }
    }

    private static void Secure(ListenOptions listen, SceneServerOptions options)
    {
        listen.Protocols = HttpProtocols.Http1;
        if (options.Certificate is { } certificate)
        {
            listen.UseHttps(certificate);
        }
    }
}
