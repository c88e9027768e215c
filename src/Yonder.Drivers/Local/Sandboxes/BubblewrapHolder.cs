using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Native;
using Yonder.Drivers.Local.Polling;
using Yonder.Drivers.Local.Processes;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>The bubblewrap process that holds a sandbox's namespaces: killing it ends everything in them, and it dies with us.</summary>
internal sealed partial class BubblewrapHolder
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private BubblewrapHolder(Child child, int firstPid) => (Child, FirstPid) = (child, firstPid);

    /// <summary>Gets bubblewrap itself.</summary>
    public Child Child { get; }

    /// <summary>Gets the sandbox's first process, by its number on the host.</summary>
    public int FirstPid { get; }

    /// <summary>Starts a sandbox, and returns once everything in it is mounted.</summary>
    public static async Task<BubblewrapHolder> StartAsync(
        SandboxSetup setup, List<string> command, Dictionary<string, string> environment, SandboxGroups groups, CancellationToken cancellationToken)
    {
        using var nothing = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var (info, error, ready) = (Descriptors.Pipe(), Descriptors.Pipe(), Descriptors.Pipe());
        await using var infoStream = Own(setup.Reactor, info.Read);
        await using var errorStream = Own(setup.Reactor, error.Read);
        await using var readyStream = Own(setup.Reactor, ready.Read);
        Child child;
        try
        {
            SafeFileHandle[] streams = [nothing, nothing, error.Write, info.Write, ready.Write];
            child = Child.Adopt(await setup.Lane.RunAsync(() => Start(setup, command, environment, groups, streams)), setup.Reactor);
        }
        finally
        {
            info.Write.Dispose();
            error.Write.Dispose();
            ready.Write.Dispose();
        }

        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            if (await readyStream.ReadAsync(new byte[1], limit.Token) is 0)
            {
                throw new RuntimeException(RuntimeError.Failed, $"The sandbox could not be made: {await TextAsync(errorStream, limit.Token)}");
            }

            var number = ChildPid().Match(await TextAsync(infoStream, limit.Token)).Groups["pid"].Value;
            return new(child, int.Parse(number, CultureInfo.InvariantCulture));
        }
        catch
        {
            child.Kill();
            throw;
        }
    }

    private static int Start(SandboxSetup setup, List<string> command, Dictionary<string, string> environment, SandboxGroups groups, SafeFileHandle[] streams)
    {
        groups.Enter();
        try
        {
            var launcher = new Launcher(setup.Host.Root, environment, RemotePath.Root, "/bin/sh");
            return launcher.Start(new() { Command = command, Directory = null, Environment = environment, User = null, Streams = streams }).Pid;
        }
        finally
        {
            groups.Leave();
        }
    }

    private static DescriptorStream Own(Reactor reactor, SafeFileHandle fd)
    {
        Descriptors.Unblock(fd);
        return new(reactor.Register(fd), isTerminal: false);
    }

    private static async Task<string> TextAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        await stream.CopyToAsync(text, cancellationToken);
        return Encoding.UTF8.GetString(text.ToArray()).Trim();
    }

    [GeneratedRegex("\"child-pid\": *(?<pid>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChildPid();
}
