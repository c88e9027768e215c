using Yonder.Drivers.Posix;
using Yonder.Runtimes;
using Yonder.TestKit.Conformance;

namespace Yonder.Tests.Drivers.Posix;

/// <summary>Files over commands, with the tools of this machine.</summary>
public sealed class PosixFilesTests : FilesConformance
{
    protected override Task<IRuntime> ConnectAsync()
    {
        var exec = new HostExec();
        var home = RemotePath.Parse("/tmp");
        return Task.FromResult<IRuntime>(new HostRuntime(home, exec, new PosixFiles(exec, home)));
    }
}
