using Microsoft.AspNetCore.Http.Features;
using Yonder.Protocol.Scenes.Transport;

namespace Yonder.Scenes.Sockets;

/// <summary>Puts a coalescing stream between the web server's connection and the WebSocket on it.</summary>
internal sealed class CoalescingUpgrade(IHttpUpgradeFeature inner) : IHttpUpgradeFeature
{
    public CoalescingStream? Stream { get; private set; }

    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync() => Stream = new CoalescingStream(await inner.UpgradeAsync());
}
