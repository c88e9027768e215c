using System.Net.WebSockets;
using System.Text;
using Yonder.Client;
using Yonder.Client.Terminals;

namespace Yonder.Gateway.Tests.Client;

public sealed class TerminalTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_connection_that_breaks_over_and_over_loses_no_byte_and_doubles_none(int seed)
    {
        var random = new Random(seed);
        var output = new byte[300_000];
        random.NextBytes(output);
        var server = new StubTerminal(output, _ => random.Next(0, 20_000));
        await using var gateway = await StubGateway.StartAsync((context, _) => server.AnswerAsync(context));
        await using var client = gateway.Connect();

        await using var terminal = await client.Terminals.ConnectAsync("box");
        await terminal.WriteAsync("go");
        var read = await ReadAllAsync(terminal);

        read.SequenceEqual(output).ShouldBeTrue();
        server.Since.Count.ShouldBeGreaterThan(10);
        (terminal.ExitCode, terminal.State, terminal.Position, terminal.MissedBytes).ShouldBe((3, TerminalState.Closed, 300_000, 0));
    }

    [Fact]
    public async Task Output_that_the_gateway_no_longer_has_is_counted_and_told()
    {
        var connections = 0;
        await using var gateway = await StubGateway.StartAsync(async (context, _) =>
        {
            context.Response.Headers["X-Yonder-Offset"] = ++connections is 1 ? "0" : "1000";
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await socket.SendAsync(Encoding.ASCII.GetBytes(connections is 1 ? "before" : "after"), WebSocketMessageType.Binary, endOfMessage: true, default);
            if (connections is 1)
            {
                await StubSocket.WaitForInputAsync(socket);
                context.Abort();
                return;
            }

            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "signal 9", default);
        });
        await using var client = gateway.Connect();
        await using var terminal = await client.Terminals.ConnectAsync("box");
        var missed = 0L;
        terminal.StateChanged += (_, change) => missed += change.MissedBytes;

        Encoding.ASCII.GetString((await terminal.ReadAsync()).Span).ShouldBe("before");
        await terminal.WriteAsync("cut");
        Encoding.ASCII.GetString(await ReadAllAsync(terminal)).ShouldBe("after");

        (missed, terminal.MissedBytes, terminal.ExitCode).ShouldBe((994, 994, 137));
    }

    [Fact]
    public async Task Bytes_that_a_server_repeats_are_skipped()
    {
        var connections = 0;
        await using var gateway = await StubGateway.StartAsync(async (context, _) =>
        {
            context.Response.Headers["X-Yonder-Offset"] = "0";
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await socket.SendAsync(Encoding.ASCII.GetBytes(++connections is 1 ? "abc" : "abcdef"), WebSocketMessageType.Binary, endOfMessage: true, default);
            if (connections is 1)
            {
                await StubSocket.WaitForInputAsync(socket);
                context.Abort();
                return;
            }

            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "exit code 0", default);
        });
        await using var client = gateway.Connect();
        await using var terminal = await client.Terminals.ConnectAsync("box");

        Encoding.ASCII.GetString((await terminal.ReadAsync()).Span).ShouldBe("abc");
        await terminal.WriteAsync("cut");
        Encoding.ASCII.GetString(await ReadAllAsync(terminal)).ShouldBe("def");
    }

    [Fact]
    public async Task A_session_that_has_gone_meanwhile_is_an_error_and_not_the_end_of_the_output()
    {
        var connections = 0;
        await using var gateway = await StubGateway.StartAsync(async (context, _) =>
        {
            if (++connections > 1)
            {
                await StubGateway.AnswerAsync(context, 410, """{"error":"the session has ended","code":"session_ended"}""");
                return;
            }

            context.Response.Headers["X-Yonder-Offset"] = "0";
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await socket.SendAsync(new byte[] { 1 }, WebSocketMessageType.Binary, endOfMessage: true, default);
            await StubSocket.WaitForInputAsync(socket);
            context.Abort();
        });
        await using var client = gateway.Connect();
        await using var terminal = await client.Terminals.ConnectAsync("box");

        (await terminal.ReadAsync()).Length.ShouldBe(1);
        await terminal.WriteAsync("cut");
        (await Should.ThrowAsync<YonderApiException>(async () => await terminal.ReadAsync())).Code.ShouldBe("session_ended");
        terminal.State.ShouldBe(TerminalState.Closed);
    }

    [Fact]
    public async Task A_gateway_that_stays_away_is_a_connection_error_after_the_patience_given()
    {
        var connections = 0;
        await using var gateway = await StubGateway.StartAsync(async (context, _) =>
        {
            if (++connections > 1)
            {
                context.Abort();
                return;
            }

            context.Response.Headers["X-Yonder-Offset"] = "0";
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await StubSocket.WaitForInputAsync(socket);
            context.Abort();
        });
        await using var client = gateway.Connect();
        await using var terminal = await client.Terminals.ConnectAsync("box", new TerminalOptions { ReconnectFor = TimeSpan.FromMilliseconds(300) });
        await terminal.WriteAsync("cut");
        var states = new List<TerminalState>();
        terminal.StateChanged += (_, change) => states.Add(change.State);

        await Should.ThrowAsync<YonderConnectionException>(async () => await terminal.ReadAsync());

        states[0].ShouldBe(TerminalState.Disconnected);
        states[1].ShouldBe(TerminalState.Reconnecting);
        states[^1].ShouldBe(TerminalState.Closed);
        connections.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_refused_connection_says_why()
    {
        await using var gateway = await StubGateway.StartAsync(404, """{"error":"container not found","code":"container_not_found","hint":"create it"}""");
        await using var client = gateway.Connect();

        var exception = await Should.ThrowAsync<YonderApiException>(() => client.Terminals.ConnectAsync("box"));

        (exception.Code, exception.Message).ShouldBe(("container_not_found", "container not found"));
    }

    [Fact]
    public async Task The_json_frames_of_an_original_server_are_unwrapped()
    {
        await using var gateway = await StubGateway.StartAsync(async (context, _) =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            foreach (var frame in (string[])["""{"type":"connected","data":"hi"}""", """{"type":"output","data":"grüße "}""", "raw text ", """{"a":1}""", """{"type":"ping"}"""])
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, default);
            }

            await socket.SendAsync("""{"type":"exit","code":4}"""u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, default);
        });
        await using var client = gateway.Connect();
        await using var terminal = await client.Terminals.ConnectAsync("box");

        Encoding.UTF8.GetString(await ReadAllAsync(terminal)).ShouldBe("""grüße raw text {"a":1}""");
        terminal.ExitCode.ShouldBe(4);
    }

    [Fact]
    public async Task A_cancelled_read_loses_nothing()
    {
        var go = new TaskCompletionSource();
        await using var gateway = await StubGateway.StartAsync(async (context, _) =>
        {
            context.Response.Headers["X-Yonder-Offset"] = "0";
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await go.Task;
            await socket.SendAsync("after"u8.ToArray(), WebSocketMessageType.Binary, endOfMessage: true, default);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "exit code 0", default);
        });
        await using var client = gateway.Connect();
        await using var terminal = await client.Terminals.ConnectAsync("box");
        using var cancel = new CancellationTokenSource();

        var read = terminal.ReadAsync(cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => read);
        go.SetResult();

        Encoding.ASCII.GetString(await ReadAllAsync(terminal)).ShouldBe("after");
        gateway.Requests.ShouldBe(1);
    }

    private static async Task<byte[]> ReadAllAsync(Terminal terminal)
    {
        using var all = new MemoryStream();
        await foreach (var bytes in terminal)
        {
            all.Write(bytes.Span);
        }

        return all.ToArray();
    }
}
