using System.Diagnostics;
using System.Globalization;

namespace Yonder.TestKit.Postgres;

/// <summary>A real PostgreSQL on a unix socket in a folder of its own, one for the whole test run, made when the first test asks.</summary>
/// <remarks>A small shell owns it and ends it, folder and all, when this process is gone, however that happens.</remarks>
public sealed class PostgresServer
{
    // Arguments: binaries, folder, then the command prefix that makes it an ordinary user's. Durability is not what these tests are about.
    private const string Script = """
        bin=$1 dir=$2; shift 2
        "$@" "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C --no-sync > "$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
        "$@" "$bin/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=off -c max_connections=200 >> "$dir/log" 2>&1 &
        server=$!
        until "$@" "$bin/pg_isready" -q -h "$dir"; do kill -0 $server 2> /dev/null || { cat "$dir/log" >&2; exit 1; }; sleep 0.05; done
        echo ready
        cat > /dev/null
        kill -QUIT $server; wait $server; rm -rf "$dir"
        """;

    private readonly string _folder;
    private readonly Process _owner;

    private PostgresServer(string folder, Process owner)
    {
        _folder = folder;
        _owner = owner;
    }

    /// <summary>Where Debian puts the newest PostgreSQL; <see langword="null"/> when there is none.</summary>
    public static string? Binaries { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "postgres")))
        : null;

    public static Task<PostgresServer> SharedAsync() => Shared.Server;

    /// <summary>Makes an empty database and returns its URL, as <c>--database</c> takes it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Guid.NewGuid():N}");
        using var createdb = Process.Start(new ProcessStartInfo(Path.Combine(Binaries!, "createdb"), ["-h", _folder, "-U", "postgres", name]))!;
        await createdb.WaitForExitAsync();
        createdb.ExitCode.ShouldBe(0, _owner.HasExited ? "PostgreSQL has ended." : "createdb failed.");
        return $"postgres://postgres@localhost/{name}?host={Uri.EscapeDataString(_folder)}";
    }

    private static async Task<PostgresServer> StartAsync()
    {
        var binaries = Binaries ?? throw new InvalidOperationException("PostgreSQL is not installed (apt-get install postgresql).");
        var folder = Directory.CreateTempSubdirectory("yonder-pg-").FullName;
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", binaries, folder]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root.
            using var chown = Process.Start("/bin/chown", ["postgres:postgres", folder]);
            await chown.WaitForExitAsync();
            foreach (var word in (string[])["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"])
            {
                start.ArgumentList.Add(word);
            }
        }
        else
        {
            start.ArgumentList.Add("env");
        }

        var owner = Process.Start(start)!;
        (await owner.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1))).ShouldBe("ready");
        return new PostgresServer(folder, owner);
    }

    /// <summary>Started by the first use, once.</summary>
    private static class Shared
    {
        public static readonly Task<PostgresServer> Server = StartAsync();
    }
}
