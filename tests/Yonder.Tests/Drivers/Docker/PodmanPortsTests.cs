using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>Ports of containers of Podman.</summary>
[RequiresPodman]
public sealed class PodmanPortsTests(PodmanContainer container) : PortsConformance, IClassFixture<PodmanContainer>
{
    protected override Task<IRuntime> ConnectAsync() => container.ConnectAsync();
}
