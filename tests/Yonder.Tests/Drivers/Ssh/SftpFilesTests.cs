using Yonder.Drivers.Ssh.Sftp;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Requirements;
using Yonder.Tests.Drivers.Posix;

namespace Yonder.Tests.Drivers.Ssh;

/// <summary>Files over SFTP, against OpenSSH's own server on a pair of pipes.</summary>
[RequiresProgram(Server)]
public sealed class SftpFilesTests : FilesConformance
{
    private const string Server = "/usr/lib/openssh/sftp-server";
    private IProcess? _server;

    protected override async Task<IRuntime> ConnectAsync()
    {
        var exec = new HostExec();
        var home = RemotePath.Parse("/tmp");
        _server = await exec.StartAsync(new ExecSpec { Command = [Server], WorkingDirectory = home }, Limit);
        var session = await SftpSession.OpenAsync(_server.StandardInput, _server.StandardOutput, Limit);
        return new HostRuntime(home, exec, new SftpFiles(session, home), session);
    }

    protected override async Task ReleaseAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
