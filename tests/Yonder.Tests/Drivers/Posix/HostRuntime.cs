using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Files;

namespace Yonder.Tests.Drivers.Posix;

/// <summary>This machine with some implementation of files over it.</summary>
internal sealed class HostRuntime(RemotePath home, IExec exec, IFiles files, IAsyncDisposable? owned = null) : IRuntime
{
    public RuntimeInfo Info { get; } = new(new RuntimeId("host"), "test", DateTimeOffset.UnixEpoch) { Home = home };

    public IExec Exec { get; } = exec;

    public IFiles Files { get; } = files;

    public ValueTask DisposeAsync() => owned?.DisposeAsync() ?? ValueTask.CompletedTask;
}
