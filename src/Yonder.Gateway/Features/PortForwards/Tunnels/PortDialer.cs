using Microsoft.Extensions.Options;
using Yonder.Runtimes;
using Yonder.Runtimes.Ports;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.PortForwards.Tunnels;

/// <summary>Connects to the port that a forward leads to.</summary>
internal sealed class PortDialer(RuntimeRegistry registry, IOptions<PortForwardsOptions> options, TimeProvider time)
{
    /// <summary>Opens one connection, waiting for a container that is still being made.</summary>
    /// <exception cref="RuntimeException">The container does not run, or nobody answers at the port.</exception>
    public async Task<DialedPort> DialAsync(PortForwardRecord forward, CancellationToken cancellationToken)
    {
        var use = registry.Use(forward.Runtime);
        try
        {
            using var limit = new CancellationTokenSource(options.Value.DialTimeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            try
            {
                var runtime = await registry.OpenAsync(forward.Runtime, either.Token);
                return new DialedPort(await runtime.Ports.Require().DialAsync(new TcpPort(forward.ContainerPort), either.Token), use);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new RuntimeException(RuntimeError.TimedOut, $"Port {forward.ContainerPort} of the container did not answer in time.");
            }
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }
}
