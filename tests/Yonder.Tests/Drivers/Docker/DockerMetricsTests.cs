using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>Consumption of containers of dockerd.</summary>
[RequiresDocker]
public sealed class DockerMetricsTests(DockerContainer container) : MetricsConformance, IClassFixture<DockerContainer>
{
    protected override Task<IRuntime> ConnectAsync() => container.ConnectAsync();
}
