using Yonder.Runtimes;
using Yonder.TestKit.Conformance;

namespace Yonder.Tests.Drivers.Local;

public sealed class LocalExecTests(LocalHostFixture host) : ExecConformance, IClassFixture<LocalHostFixture>
{
    protected override (string Name, int Number)? AnotherUser => ("nobody", 65534);

    protected override Task<IRuntime> ConnectAsync() => host.ConnectAsync();
}
