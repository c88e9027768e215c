using System.Text;
using Yonder.Runtimes;
using Yonder.Runtimes.Files;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Requirements;

namespace Yonder.Tests.Drivers.Local;

/// <summary>What a program in a sandbox cannot do.</summary>
[RequiresProgram("bwrap")]
[RequiresRoot]
public sealed class SandboxSafetyTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [RequirementFact]
    public async Task A_link_in_a_sandbox_never_leads_to_the_host()
    {
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, "of the host");
        await using var runtime = await sandbox.ConnectAsync();
        await runtime.ExecOf().ShellAsync("ln -s \"$1\" ~/out; ln -s ../../../../../../.. ~/up; ln -s /proc/1/root ~/magic", secret);
        var files = runtime.Files.ShouldNotBeNull();

        (await files.StatAsync(RemotePath.Parse("out"))).ShouldBeNull();
        (await files.StatAsync(RemotePath.Parse($"up{secret}"))).ShouldBeNull();
        await Should.ThrowAsync<RuntimeException>(async () => await files.StatAsync(RemotePath.Parse($"magic{secret}")));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("of the sandbox"));
        await files.WriteAsync(RemotePath.Parse("out"), content, FileWriteOptions.Default);

        (await File.ReadAllTextAsync(secret)).ShouldBe("of the host");
        File.Delete(secret);
    }

    [RequirementTheory]
    [InlineData("echo > /etc/yonder-test")]
    [InlineData("mount -o remount,rw /")]
    [InlineData("echo 1 > /proc/sys/kernel/sysrq")]
    [InlineData("mknod /tmp/disk b 8 0")]
    [InlineData("test -s /etc/shadow")]
    [InlineData("ls /root/.* > /dev/null; test -e /root/.bashrc")]
    [InlineData("test -e /run/docker.sock")]
    [InlineData("kill -0 $1")]
    public async Task A_sandbox_is_kept_from(string deed)
    {
        await using var runtime = await sandbox.ConnectAsync();

        var result = await runtime.ExecOf().ShellAsync(deed, $"{Environment.ProcessId}");

        result.Status.IsSuccess.ShouldBeFalse(result.Text);
    }
}
