using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Yonder.TestKit.Ssh;

/// <summary>A real sshd on a loopback port with keys of its own; the user that runs the tests logs in by key.</summary>
/// <remarks>A small shell owns it and ends it, folder and all, when this process is gone, however that happens.</remarks>
public sealed class SshServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/sshd";

    private const string Script = """
        dir=$1 port=$2
        ssh-keygen -q -t ed25519 -N '' -f "$dir/host" && ssh-keygen -q -t ed25519 -N '' -f "$dir/key" && cp "$dir/key.pub" "$dir/authorized" || exit 1
        ssh-keygen -q -t ed25519 -N 'open sesame' -f "$dir/locked" && cat "$dir/locked.pub" >> "$dir/authorized" || exit 1
        [ "$(id -u)" != 0 ] || mkdir -p /run/sshd
        printf '%s\n' "ListenAddress 127.0.0.1:$port" "HostKey $dir/host" "PidFile none" "AuthorizedKeysFile $dir/authorized" "StrictModes no" \
            "PermitRootLogin yes" "PasswordAuthentication no" "KbdInteractiveAuthentication no" "UsePAM no" "PrintMotd no" "MaxSessions 100" \
            "MaxStartups 100:30:200" "Subsystem sftp /usr/lib/openssh/sftp-server" "$3" > "$dir/config"
        printf '%s\n' "Host *" " IdentityFile $dir/key" " IdentitiesOnly yes" "Host by-alias" " HostName 127.0.0.1" " Port $port" > "$dir/client"
        /usr/sbin/sshd -D -e -f "$dir/config" 2>> "$dir/log" &
        server=$!
        until grep -q 'Server listening' "$dir/log" 2> /dev/null; do kill -0 $server 2> /dev/null || { cat "$dir/log" >&2; exit 1; }; sleep 0.02; done
        echo ready $server
        cat > /dev/null
        kill -CONT $server; kill $server; pkill -P $server; wait $server; rm -rf "$dir"
        """;

    private readonly Process _owner;

    private SshServer(string folder, int port, Process owner, int processId)
    {
        Folder = folder;
        Port = port;
        _owner = owner;
        ProcessId = processId;
    }

    /// <summary>Gets what is missing to start one, as a sentence.</summary>
    public static string? Missing => File.Exists(Program) ? null : "sshd is not installed (apt-get install openssh-server).";

    public int Port { get; }

    public int ProcessId { get; }

    /// <summary>Gets the folder with <c>key</c>, <c>locked</c> (passphrase <c>open sesame</c>), the client's configuration <c>client</c>, and what the server said in <c>log</c>.</summary>
    public string Folder { get; }

    public string ClientConfig => Path.Combine(Folder, "client");

    public string Key => Path.Combine(Folder, "key");

    public string LockedKey => Path.Combine(Folder, "locked");

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"ssh://{Environment.UserName}@127.0.0.1:{Port}"));

    /// <summary>Starts one.</summary>
    /// <param name="setting">One more line for its configuration, e.g. <c>AllowTcpForwarding no</c>.</param>
    public static async Task<SshServer> StartAsync(string setting = "")
    {
        var folder = Directory.CreateTempSubdirectory("yonder-sshd-").FullName;
        var port = FreePort();
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", folder, port.ToString(CultureInfo.InvariantCulture), setting])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var owner = Process.Start(start) ?? throw new InvalidOperationException("sh did not start.");
        var ready = await owner.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return ready is { } line && line.StartsWith("ready ", StringComparison.Ordinal)
            ? new(folder, port, owner, int.Parse(line.AsSpan(6), CultureInfo.InvariantCulture))
            : throw new InvalidOperationException("sshd did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        _owner.StandardInput.Close();
        await _owner.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        _owner.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
