using Yonder.Runtimes;
using Yonder.TestKit.Conformance;

namespace Yonder.Tests.Drivers.Local;

public sealed class LocalTerminalWithoutGroupsTests(LocalHostWithoutGroupsFixture host) : TerminalConformance, IClassFixture<LocalHostWithoutGroupsFixture>
{
    protected override Task<IRuntime> ConnectAsync() => host.ConnectAsync();
}
