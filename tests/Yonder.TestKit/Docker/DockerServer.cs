using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Yonder.TestKit.Docker;

/// <summary>A dockerd of the tests' own, with its own data, containerd and bridge: it and another dockerd of this machine do not meet.</summary>
public sealed class DockerServer : EngineServer
{
    // Arguments: folder, bridge, its address. Orders come as lines; the end of them is the end of all.
    private const string Script = """
        dir=$1 bridge=$2
        trap '' INT TERM HUP
        ip link add "$bridge" type bridge && ip addr add "$3" dev "$bridge" && ip link set "$bridge" up || exit 1
        echo '{}' > "$dir/daemon.json"
        start() {
            rm -f "$dir/pid"
            dockerd --config-file "$dir/daemon.json" --data-root "$dir/data" --exec-root "$dir/exec" --pidfile "$dir/pid" \
                --host "unix://$dir/engine.sock" --bridge "$bridge" --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false \
                --shutdown-timeout 2 < /dev/null > "$dir/log" 2>&1 &
            server=$!
        }
        start
        while read -r order; do
            case $order in
            kill)
                # Its containerd too: left alone it does not answer the next dockerd, which then waits a minute for it. Containers go on.
                kill -KILL $server "$(cat "$dir/exec/containerd/containerd.pid")"; wait $server 2> /dev/null
                rm -f "$dir/engine.sock" "$dir/exec/containerd/containerd.pid"
                ;;
            start) start ;;
            esac
        done
        kill -0 $server 2> /dev/null || start
        # Its socket is there before it listens to signals.
        until grep -q 'API listen' "$dir/log" || ! kill -0 $server 2> /dev/null; do sleep 0.05; done
        kill -TERM $server; wait $server
        [ ! -s "$dir/exec/containerd/containerd.pid" ] || kill -TERM "$(cat "$dir/exec/containerd/containerd.pid")" 2> /dev/null
        awk -v dir="$dir/" 'index($2, dir) == 1 { print $2 }' /proc/mounts | sort -r | xargs -r umount -l 2> /dev/null
        ip link del "$bridge"
        rm -rf "$dir"
        """;

    private DockerServer(string folder, Process owner)
        : base(folder, owner)
    {
    }

    /// <summary>The engine that most tests share; started by the first that asks.</summary>
    public static Task<DockerServer> SharedAsync() => Shared.Server;

    /// <summary>Starts an engine for a test that kills it.</summary>
    public static async Task<DockerServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("yonder-dockerd-").FullName;
        var random = RandomNumberGenerator.GetBytes(6);
        var bridge = $"yt{Convert.ToHexStringLower(random)[..8]}";
        var address = string.Create(CultureInfo.InvariantCulture, $"10.{200 + (random[4] % 50)}.{random[5]}.1/24");
        var server = new DockerServer(folder, Own(Script, folder, bridge, address));
        await server.ReadyAsync();
        return server;
    }

    private static class Shared
    {
        public static readonly Task<DockerServer> Server = StartAsync();
    }
}
