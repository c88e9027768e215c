namespace Yonder.Gateway.Platform.Hosting;

/// <summary>Where the gateway is reached from this machine, e.g. <c>http://127.0.0.1:23300</c>.</summary>
internal sealed class GatewayAddress(ListenSockets sockets, GatewayOptions options)
{
    public Uri Url { get; } = new($"{(options.CertificateFile is null ? "http" : "https")}://{sockets.ShownHost}:{sockets.Port}");
}
