using Yonder.Runtimes;
using Yonder.TestKit.Conformance;

namespace Yonder.Tests.Drivers.Local;

public sealed class LocalMetricsTests(LocalHostFixture host) : MetricsConformance, IClassFixture<LocalHostFixture>
{
    protected override bool MeasuresWholeMachine => true;

    protected override Task<IRuntime> ConnectAsync() => host.ConnectAsync();
}
