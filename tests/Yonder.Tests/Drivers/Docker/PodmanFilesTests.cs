using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>Files in containers of Podman.</summary>
[RequiresPodman]
public sealed class PodmanFilesTests(PodmanContainer container) : FilesConformance, IClassFixture<PodmanContainer>
{
    // busybox's rm joins names to one path.
    protected override bool DeletesBelowAnyPath => false;

    protected override Task<IRuntime> ConnectAsync() => container.ConnectAsync();
}
