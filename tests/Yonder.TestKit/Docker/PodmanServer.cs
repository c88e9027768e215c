using System.Diagnostics;

namespace Yonder.TestKit.Docker;

/// <summary>Podman's Docker-compatible service, of the tests' own.</summary>
public sealed class PodmanServer : EngineServer
{
    // runc, because crun refuses machines with both versions of control groups; ulimits that even a container without all capabilities may set.
    private const string Script = """
        dir=$1
        trap '' INT TERM HUP
        printf '[engine]\nruntime = "runc"\n[containers]\ndefault_ulimits = ["nofile=20000:20000", "nproc=20000:20000"]\n' > "$dir/containers.conf"
        export CONTAINERS_CONF="$dir/containers.conf"
        podman() { command podman --root "$dir/graph" --runroot "$dir/run" --tmpdir "$dir/tmp" "$@"; }
        start() {
            command podman --root "$dir/graph" --runroot "$dir/run" --tmpdir "$dir/tmp" \
                system service --time=0 "unix://$dir/engine.sock" < /dev/null >> "$dir/log" 2>&1 &
            server=$!
        }
        start
        while read -r order; do
            case $order in
            kill) kill -KILL $server; wait $server 2> /dev/null; rm -f "$dir/engine.sock" ;;
            start) start ;;
            esac
        done
        podman rm --all --force --time 0 > /dev/null 2>&1
        kill -TERM $server 2> /dev/null; wait $server
        awk -v dir="$dir/" 'index($2, dir) == 1 { print $2 }' /proc/mounts | sort -r | xargs -r umount -l 2> /dev/null
        rm -rf "$dir"
        """;

    private PodmanServer(string folder, Process owner)
        : base(folder, owner)
    {
    }

    /// <summary>The service that all tests share; started by the first that asks.</summary>
    public static Task<PodmanServer> SharedAsync() => Shared.Server;

    private static async Task<PodmanServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("yonder-podman-").FullName;
        var server = new PodmanServer(folder, Own(Script, folder));
        await server.ReadyAsync();
        return server;
    }

    private static class Shared
    {
        public static readonly Task<PodmanServer> Server = StartAsync();
    }
}
