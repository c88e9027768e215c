using System.Diagnostics;
using Yonder.Drivers.Posix;
using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Requirements;

namespace Yonder.Tests.Drivers.Posix;

/// <summary>Files over commands where busybox is all there is.</summary>
[RequiresProgram("busybox")]
public sealed class BusyboxFilesTests : FilesConformance
{
    private readonly string _tools = Directory.CreateTempSubdirectory("yonder-busybox-").FullName;

    protected override bool DeletesBelowAnyPath => false;

    protected override async Task<IRuntime> ConnectAsync()
    {
        using var install = Process.Start("busybox", ["--install", "-s", _tools]);
        await install.WaitForExitAsync(Limit);
        var exec = new HostExec(_tools);
        var home = RemotePath.Parse("/tmp");
        return new HostRuntime(home, exec, new PosixFiles(exec, home));
    }

    protected override Task ReleaseAsync()
    {
        Directory.Delete(_tools, recursive: true);
        return Task.CompletedTask;
    }
}
