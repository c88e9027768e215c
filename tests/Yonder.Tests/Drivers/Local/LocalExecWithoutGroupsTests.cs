using Yonder.Runtimes;
using Yonder.TestKit.Conformance;

namespace Yonder.Tests.Drivers.Local;

public sealed class LocalExecWithoutGroupsTests(LocalHostWithoutGroupsFixture host) : ExecConformance, IClassFixture<LocalHostWithoutGroupsFixture>
{
    protected override (string Name, int Number)? AnotherUser => ("nobody", 65534);

    protected override Task<IRuntime> ConnectAsync() => host.ConnectAsync();
}
