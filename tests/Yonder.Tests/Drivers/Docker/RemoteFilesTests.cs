using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>Files in containers of dockerd through its API alone.</summary>
[RequiresDocker]
public sealed class RemoteFilesTests(RemoteContainer container) : FilesConformance, IClassFixture<RemoteContainer>
{
    // busybox's rm joins names to one path.
    protected override bool DeletesBelowAnyPath => false;

    protected override Task<IRuntime> ConnectAsync() => container.ConnectAsync();
}
