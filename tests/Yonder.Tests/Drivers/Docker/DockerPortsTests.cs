using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>Ports of containers of dockerd.</summary>
[RequiresDocker]
public sealed class DockerPortsTests(DockerContainer container) : PortsConformance, IClassFixture<DockerContainer>
{
    protected override Task<IRuntime> ConnectAsync() => container.ConnectAsync();
}
