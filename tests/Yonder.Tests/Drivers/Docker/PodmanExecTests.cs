using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>Commands in containers of Podman.</summary>
[RequiresPodman]
public sealed class PodmanExecTests(PodmanContainer container) : ExecConformance, IClassFixture<PodmanContainer>
{
    protected override (string Name, int Number)? AnotherUser => ("tester", 1000);

    protected override bool TellsSignals => false;

    protected override bool TakesAnyBytes => false;

    protected override Task<IRuntime> ConnectAsync() => container.ConnectAsync();
}
