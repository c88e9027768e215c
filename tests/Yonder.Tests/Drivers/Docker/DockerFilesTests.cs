using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>Files in containers of dockerd.</summary>
[RequiresDocker]
public sealed class DockerFilesTests(DockerContainer container) : FilesConformance, IClassFixture<DockerContainer>
{
    // busybox's rm joins names to one path.
    protected override bool DeletesBelowAnyPath => false;

    protected override Task<IRuntime> ConnectAsync() => container.ConnectAsync();
}
