using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Yonder.TestKit.Postgres;

namespace Yonder.Gateway.Tests.Platform.Hosting;

/// <summary>The program itself: what it says, how it ends, what it refuses.</summary>
public sealed class ServeTests
{
    private static readonly string[] AnyPort = ["--listen", "127.0.0.1:0"];

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_ends_it_with_exit_code_0(string signal)
    {
        using var data = new TempFolder();
        await using var yonder = await YonderProcess.ServeAsync(data.Path, AnyPort);

        await yonder.SignalAsync(signal);

        (await yonder.WaitAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_request_that_never_ends_does_not_keep_it_from_ending()
    {
        using var data = new TempFolder();
        await using var yonder = await YonderProcess.ServeAsync(data.Path, AnyPort);
        using var client = new TcpClient();
        await client.ConnectAsync(yonder.Url.Host, yonder.Url.Port);
        await client.GetStream().WriteAsync("POST /api/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n"u8.ToArray());
        (await client.GetStream().ReadAsync(new byte[100])).ShouldBeGreaterThan(0); // 100 Continue: the handler waits for the body

        await yonder.SignalAsync("TERM");

        (await yonder.WaitAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_second_one_on_the_same_data_is_refused_in_one_line()
    {
        using var data = new TempFolder();
        await using var yonder = await YonderProcess.ServeAsync(data.Path, AnyPort);

        var (exitCode, output, errors) = await YonderProcess.RunAsync(data.Path, AnyPort);

        exitCode.ShouldBe(1);
        output.ShouldBeEmpty();
        errors.Trim().ShouldStartWith("yonder: Another Yonder is using the data folder");
        errors.Trim().ShouldNotContain('\n');
    }

    [PostgresFact]
    public async Task It_keeps_everything_in_postgresql_and_is_alone_there()
    {
        using var data = new TempFolder();
        using var other = new TempFolder();
        string[] options = [.. AnyPort, "--database", await (await PostgresServer.SharedAsync()).CreateDatabaseAsync()];
        await using (var yonder = await YonderProcess.ServeAsync(data.Path, options))
        {
            using var http = new HttpClient { BaseAddress = yonder.Url };
            (await JsonAnswer.SendAsync(http, HttpMethod.Post, "/api/tokens", new { name = "kept" })).Status.ShouldBe(HttpStatusCode.Created);
            var (exitCode, _, errors) = await YonderProcess.RunAsync(other.Path, options);
            exitCode.ShouldBe(1);
            errors.ShouldStartWith("yonder: Another Yonder is using this database.");
            await yonder.KillAsync();
        }

        await using var again = await YonderProcess.ServeAsync(other.Path, options);
        using var reader = new HttpClient { BaseAddress = again.Url };
        (await JsonAnswer.SendAsync(reader, HttpMethod.Get, "/api/tokens")).Body.GetProperty("tokens")[0].GetProperty("name").GetString().ShouldBe("kept");
        File.Exists(Path.Combine(other.Path, "yonder.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_port_in_use_is_refused_in_one_line()
    {
        using var data = new TempFolder();
        using var other = new TempFolder();
        await using var yonder = await YonderProcess.ServeAsync(data.Path, AnyPort);

        var (exitCode, _, errors) = await YonderProcess.RunAsync(other.Path, "--listen", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{yonder.Url.Port}"));

        exitCode.ShouldBe(1);
        errors.Trim().ShouldStartWith($"yonder: Port {yonder.Url.Port} is in use.");
        errors.Trim().ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("0.0.0.0:0", "--insecure")]
    [InlineData("*:0", "--insecure")]
    [InlineData("nowhere.invalid:1", "not an address")]
    [InlineData("127.0.0.1:http", "not an address")]
    [InlineData("127.0.0.1:70000", "not an address")]
    [InlineData("203.0.113.1:0", "--insecure")]
    public async Task What_it_must_not_listen_on_is_refused_in_one_line(string listen, string reason)
    {
        using var data = new TempFolder();

        var (exitCode, _, errors) = await YonderProcess.RunAsync(data.Path, "--listen", listen);

        exitCode.ShouldBe(1);
        errors.ShouldContain(reason);
        errors.Trim().ShouldNotContain('\n');
    }

    [Fact]
    public async Task Only_its_user_can_look_into_the_data()
    {
        using var data = new TempFolder();
        var folder = Path.Combine(data.Path, "new");
        await using var yonder = await YonderProcess.ServeAsync(folder, AnyPort);

        File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_kill()
    {
        using var data = new TempFolder();
        var acknowledged = new ConcurrentBag<string>();
        await using (var yonder = await YonderProcess.ServeAsync(data.Path, AnyPort))
        {
            using var http = new HttpClient { BaseAddress = yonder.Url };
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var writers = Enumerable.Range(0, 4).Select(_ => WriteUntilItDiesAsync(http, acknowledged, enough)).ToList();
            await enough.Task.WaitAsync(TimeSpan.FromSeconds(30));

            await yonder.KillAsync();
            await Task.WhenAll(writers);
        }

        await using var again = await YonderProcess.ServeAsync(data.Path, AnyPort);
        using var reader = new HttpClient { BaseAddress = again.Url };
        var list = await JsonAnswer.SendAsync(reader, HttpMethod.Get, "/api/tokens");
        var kept = list.Body.GetProperty("tokens").EnumerateArray().Select(token => token.GetProperty("id").GetString()!).ToHashSet(StringComparer.Ordinal);
        acknowledged.ShouldAllBe(id => kept.Contains(id));
        var audit = await JsonAnswer.SendAsync(reader, HttpMethod.Get, "/api/audit-logs?limit=100");
        audit.Body.GetArrayLength().ShouldBeGreaterThanOrEqualTo(Math.Min(acknowledged.Count, 100));
    }

    private static async Task WriteUntilItDiesAsync(HttpClient http, ConcurrentBag<string> acknowledged, TaskCompletionSource enough)
    {
        try
        {
            while (true)
            {
                var answer = await JsonAnswer.SendAsync(http, HttpMethod.Post, "/api/tokens", new { name = "durable" });
                answer.Status.ShouldBe(HttpStatusCode.Created);
                acknowledged.Add(answer.Text("id")!);
                if (acknowledged.Count >= 25)
                {
                    enough.TrySetResult();
                }
            }
        }
        catch (HttpRequestException)
        {
            // Killed, as planned.
        }
    }
}
