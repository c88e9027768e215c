using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Requirements;

namespace Yonder.Tests.Drivers.Local;

[RequiresProgram("bwrap")]
[RequiresRoot]
public sealed class SandboxTerminalTests(SandboxFixture sandbox) : TerminalConformance, IClassFixture<SandboxFixture>
{
    protected override Task<IRuntime> ConnectAsync() => sandbox.ConnectAsync();
}
