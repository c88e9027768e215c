using Yonder.Runtimes;
using Yonder.TestKit.Conformance;

namespace Yonder.Tests.Drivers.Local;

public sealed class LocalTerminalTests(LocalHostFixture host) : TerminalConformance, IClassFixture<LocalHostFixture>
{
    protected override Task<IRuntime> ConnectAsync() => host.ConnectAsync();
}
