using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>Consumption of containers of Podman.</summary>
[RequiresPodman]
public sealed class PodmanMetricsTests(PodmanContainer container) : MetricsConformance, IClassFixture<PodmanContainer>
{
    protected override Task<IRuntime> ConnectAsync() => container.ConnectAsync();
}
