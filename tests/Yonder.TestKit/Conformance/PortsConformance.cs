using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Ports;
using Yonder.TestKit.Requirements;
using Yonder.TestKit.Waiting;

namespace Yonder.TestKit.Conformance;

/// <summary>What connections to ports do on every driver. The servers are busybox's nc, which gives each connection to a script as its input and output.</summary>
public abstract class PortsConformance : RuntimeConformance
{
    private readonly List<IProcess> _servers = [];

    /// <summary>Gets a value indicating whether the place can be dialed by Unix sockets; otherwise it must say so.</summary>
    protected virtual bool DialsUnixSockets => true;

    private IPorts Ports => Runtime.Ports.ShouldNotBeNull();

    public override async Task DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    [RequirementFact]
    public async Task Bytes_go_both_ways()
    {
        var all = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        await using var connection = await DialAsync(await ServeAsync("exec cat"));

        await connection.WriteAsync(all, Limit);
        var back = new byte[256];
        await connection.ReadExactlyAsync(back, Limit);

        back.ShouldBe(all);
    }

    [RequirementFact]
    public async Task The_end_of_our_direction_reaches_the_program_and_its_answer_comes_back()
    {
        await using var connection = await DialAsync(await ServeAsync("sha256sum"));
        var sent = RandomNumberGenerator.GetBytes(300_000);

        await connection.WriteAsync(sent, Limit);
        await connection.CompleteWritesAsync(Limit);

        var answer = Encoding.UTF8.GetString((await connection.ToEndAsync(Limit)).Span);
        answer[..64].ShouldBe(Convert.ToHexStringLower(SHA256.HashData(sent)));
    }

    [RequirementFact]
    public async Task Fifty_megabytes_go_both_ways_at_once_unchanged()
    {
        await using var connection = await DialAsync(await ServeAsync("exec cat"));
        var received = SHA256.HashDataAsync(connection, Limit).AsTask();

        using var sent = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[100_000];
        for (var i = 0; i < 500; i++)
        {
            RandomNumberGenerator.Fill(block);
            sent.AppendData(block);
            await connection.WriteAsync(block, Limit);
        }

        await connection.CompleteWritesAsync(Limit);
        (await received).ShouldBe(sent.GetHashAndReset());
    }

    [RequirementFact]
    public async Task A_port_that_closes_early_ends_the_stream_after_its_last_byte()
    {
        await using var connection = await DialAsync(await ServeAsync("echo bye"));

        Encoding.UTF8.GetString((await connection.ToEndAsync(Limit)).Span).ShouldBe("bye\n");
        (await connection.ReadAsync(new byte[1], Limit)).ShouldBe(0);
    }

    [RequirementFact]
    public async Task A_port_that_nobody_listens_on_is_said()
        => (await Should.ThrowAsync<RuntimeException>(async () =>
        {
            await using var connection = await Ports.DialAsync(new TcpPort(FreePort()), Limit);
        })).Error.ShouldBe(RuntimeError.Unreachable);

    [RequirementTheory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65536)]
    public async Task A_number_that_is_no_port_is_refused(int number)
        => (await Should.ThrowAsync<RuntimeException>(async () =>
        {
            await using var connection = await Ports.DialAsync(new TcpPort(number), Limit);
        })).Error.ShouldBe(RuntimeError.InvalidRequest);

    [RequirementFact]
    public async Task Hanging_up_is_seen_by_the_program()
    {
        var port = await ServeAsync("cat > /dev/null; echo gone > \"$DIR/gone\"");
        await using (var connection = await DialAsync(port))
        {
            await connection.WriteAsync("x"u8.ToArray(), Limit);
        }

        await Eventually.TrueAsync(async () => (await ReadTextAsync("gone")).Length > 0, "the program sees the end");
    }

    [RequirementFact]
    public async Task A_reader_that_stops_holds_the_program_back_and_loses_nothing()
    {
        var script = StallingProgram.Command(In("progress"))[2].Replace("$1", "$DIR/progress", StringComparison.Ordinal);
        await using var connection = await DialAsync(await ServeAsync(script));

        var stalledAt = await Eventually.SettledAsync(
            async () => StallingProgram.Written(await ReadTextAsync("progress")), TimeSpan.FromMilliseconds(700));
        stalledAt.ShouldBeLessThan(MostInFlight);

        var buffer = new byte[1 << 16];
        var total = 0L;
        while (await connection.ReadAsync(buffer, Limit) is var count and > 0)
        {
            total += count;
        }

        total.ShouldBe(StallingProgram.Total);
    }

    [RequirementFact]
    public async Task A_cancelled_read_is_cancelled()
    {
        await using var connection = await DialAsync(await ServeAsync("exec sleep 1000"));
        using var cancel = new CancellationTokenSource();
        var reading = connection.ReadAsync(new byte[1], cancel.Token).AsTask();

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    [RequirementFact]
    public async Task Several_connections_at_once_are_kept_apart()
    {
        var port = await ServeAsync("exec cat");
        var connections = new List<DuplexStream>();
        for (var i = 0; i < 5; i++)
        {
            connections.Add(await DialAsync(port));
        }

        for (var i = 0; i < connections.Count; i++)
        {
            await connections[i].WriteAsync(Encoding.UTF8.GetBytes($"connection {i}"), Limit);
            await connections[i].CompleteWritesAsync(Limit);
        }

        for (var i = 0; i < connections.Count; i++)
        {
            Encoding.UTF8.GetString((await connections[i].ToEndAsync(Limit)).Span).ShouldBe($"connection {i}");
            await connections[i].DisposeAsync();
        }
    }

    [RequirementFact]
    public async Task A_unix_socket_is_dialed_by_its_path()
    {
        var address = new UnixPort(In("a socket"));
        if (!DialsUnixSockets)
        {
            (await Should.ThrowAsync<RuntimeException>(async () => await Ports.DialAsync(address, Limit))).Error.ShouldBe(RuntimeError.NotSupported);
            return;
        }

        _servers.Add(await Exec.StartAsync(new() { Command = UnixEcho(address.Path) }, Limit));
        await using var connection = await DialAsync(address);
        await connection.WriteAsync("over the socket"u8.ToArray(), Limit);
        await connection.CompleteWritesAsync(Limit);

        Encoding.UTF8.GetString((await connection.ToEndAsync(Limit)).Span).ShouldBe("over the socket");
    }

    [RequirementFact]
    public async Task A_unix_socket_that_does_not_exist_is_said()
    {
        var error = (await Should.ThrowAsync<RuntimeException>(async () => await Ports.DialAsync(new UnixPort(In("absent")), Limit))).Error;

        error.ShouldBe(DialsUnixSockets ? RuntimeError.Unreachable : RuntimeError.NotSupported);
    }

    /// <summary>A port of the runtime that nobody listens on.</summary>
    protected virtual int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Any, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A program that listens on a Unix socket and sends every connection's bytes back until they end.</summary>
    protected virtual string[] UnixEcho(RemotePath path) =>
    [
        "perl", "-MIO::Socket::UNIX", "-e",
        "$l=IO::Socket::UNIX->new(Local=>$ARGV[0],Listen=>5)or die; while($c=$l->accept){while(sysread($c,$b,65536)){syswrite($c,$b)}close $c}",
        path.ToString(),
    ];

    /// <summary>A program that listens on a port and runs <paramref name="script"/> by sh for each connection, with <c>$DIR</c> in its environment.</summary>
    protected virtual string[] TcpServer(int port, string script) => ["busybox", "nc", "-ll", "-p", $"{port}", "-e", "sh", "-c", script];

    private async Task<TcpPort> ServeAsync(string script)
    {
        var port = FreePort();
        _servers.Add(await Exec.StartAsync(
            new()
            {
                Command = TcpServer(port, script),
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["DIR"] = Scratch.ToString() },
            },
            Limit));

        // Seen in the kernel's table, because a connection made only to look would already run the script.
        var listening = $":{port:X4} 0*:0000 0A ";
        await Eventually.TrueAsync(async () => (await Exec.ShellAsync("cat /proc/net/tcp /proc/net/tcp6 2> /dev/null | grep -q -- \"$1\"", listening)).Status.IsSuccess, "the server listens");
        return new(port);
    }

    private async Task<DuplexStream> DialAsync(PortAddress address)
    {
        DuplexStream? connection = null;
        await Eventually.TrueAsync(
            async () =>
            {
                try
                {
                    connection = await Ports.DialAsync(address, Limit);
                    return true;
                }
                catch (RuntimeException exception) when (exception.Error is RuntimeError.Unreachable)
                {
                    return false;
                }
            },
            "the server accepts");
        return connection.ShouldNotBeNull();
    }
}
