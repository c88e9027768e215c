using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>Terminals in containers of dockerd.</summary>
[RequiresDocker]
public sealed class DockerTerminalTests(DockerContainer container) : TerminalConformance, IClassFixture<DockerContainer>
{
    protected override bool TellsSignals => false;

    protected override Task<IRuntime> ConnectAsync() => container.ConnectAsync();
}
