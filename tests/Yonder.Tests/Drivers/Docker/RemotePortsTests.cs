using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>Ports of containers of dockerd through its API alone.</summary>
[RequiresDocker]
public sealed class RemotePortsTests(RemoteContainer container) : PortsConformance, IClassFixture<RemoteContainer>
{
    protected override Task<IRuntime> ConnectAsync() => container.ConnectAsync();
}
