using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Yonder.Gateway.Platform.Hosting;

/// <summary>How Kestrel listens and what it lets in.</summary>
internal sealed class KestrelSetup(ListenSockets sockets, GatewayOptions options)
    : IConfigureOptions<KestrelServerOptions>, IConfigureOptions<SocketTransportOptions>
{
    // JSON bodies. Routes that stream (uploads) say so with DisableRequestSizeLimit and bound it themselves.
    private const int MaxBody = 4 * 1024 * 1024;
    private const int MaxHeaders = 32 * 1024;

    public void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaders;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);

        // A reader may pause for as long as it likes (a stopped download, a terminal nobody looks at): what it holds is bounded by its buffers.
        kestrel.Limits.MinResponseDataRate = null;
        foreach (var endPoint in sockets.EndPoints)
        {
            kestrel.Listen(endPoint, ConfigureEndPoint);
        }
    }

    public void Configure(SocketTransportOptions transport)
    {
        transport.NoDelay = true;
        transport.CreateBoundListenSocket = sockets.Take;
    }

    private void ConfigureEndPoint(ListenOptions listen)
    {
        listen.Protocols = HttpProtocols.Http1;
        if (options.CertificateFile is not null)
        {
            listen.UseHttps(ServerCertificate.Load(options.CertificateFile, options.KeyFile));
        }
    }
}
