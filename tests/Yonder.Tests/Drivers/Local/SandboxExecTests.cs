using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Requirements;

namespace Yonder.Tests.Drivers.Local;

[RequiresProgram("bwrap")]
[RequiresRoot]
public sealed class SandboxExecTests(SandboxFixture sandbox) : ExecConformance, IClassFixture<SandboxFixture>
{
    protected override (string Name, int Number)? AnotherUser => ("nobody", 65534);

    protected override Task<IRuntime> ConnectAsync() => sandbox.ConnectAsync();
}
