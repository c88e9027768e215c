using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>Terminals in containers of Podman.</summary>
[RequiresPodman]
public sealed class PodmanTerminalTests(PodmanContainer container) : TerminalConformance, IClassFixture<PodmanContainer>
{
    protected override bool TellsSignals => false;

    protected override Task<IRuntime> ConnectAsync() => container.ConnectAsync();
}
