using Yonder.Runtimes.Ports;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.PortForwards.Tunnels;

/// <summary>A connection to a container's port. While it is open the container counts as used.</summary>
internal sealed record DialedPort(DuplexStream Stream, RuntimeUse Use) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        Use.Dispose();
    }
}
