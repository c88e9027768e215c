using Yonder.Runtimes;
using Yonder.TestKit.Conformance;

namespace Yonder.Tests.Drivers.Local;

public sealed class LocalFilesTests(LocalHostFixture host) : FilesConformance, IClassFixture<LocalHostFixture>
{
    protected override Task<IRuntime> ConnectAsync() => host.ConnectAsync();
}
