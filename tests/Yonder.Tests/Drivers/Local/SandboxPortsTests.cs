using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Requirements;

namespace Yonder.Tests.Drivers.Local;

[RequiresProgram("bwrap")]
[RequiresRoot]
public sealed class SandboxPortsTests(SandboxWithoutNetworkFixture sandbox) : PortsConformance, IClassFixture<SandboxWithoutNetworkFixture>
{
    protected override Task<IRuntime> ConnectAsync() => sandbox.ConnectAsync();
}
