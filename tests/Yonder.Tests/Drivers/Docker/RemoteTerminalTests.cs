using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>Terminals in containers of dockerd through its API alone.</summary>
[RequiresDocker]
public sealed class RemoteTerminalTests(RemoteContainer container) : TerminalConformance, IClassFixture<RemoteContainer>
{
    protected override bool TellsSignals => false;

    protected override Task<IRuntime> ConnectAsync() => container.ConnectAsync();
}
