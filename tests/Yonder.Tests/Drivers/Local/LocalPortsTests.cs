using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Requirements;

namespace Yonder.Tests.Drivers.Local;

[RequiresProgram("busybox")]
public sealed class LocalPortsTests(LocalHostFixture host) : PortsConformance, IClassFixture<LocalHostFixture>
{
    protected override Task<IRuntime> ConnectAsync() => host.ConnectAsync();
}
