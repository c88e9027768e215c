using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>Consumption of containers of dockerd through its API alone.</summary>
[RequiresDocker]
public sealed class RemoteMetricsTests(RemoteContainer container) : MetricsConformance, IClassFixture<RemoteContainer>
{
    protected override Task<IRuntime> ConnectAsync() => container.ConnectAsync();
}
