using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Yonder.Gateway.Features.Terminals.Wire;

namespace Yonder.Gateway.Tests.Features.Terminals;

public sealed class TerminalSocketTests(TerminalWorld world) : IClassFixture<TerminalWorld>
{
    [Fact]
    public async Task A_terminal_answers_and_exit_closes_it_with_1000_after_everything_it_printed()
    {
        await using var terminal = await world.ConnectAsync();

        await terminal.SendAsync("echo a$((40+2))z; seq 1 20000; exit 3\n");
        var output = await terminal.ReadToEndAsync();

        output.ShouldContain("a42z");
        output.ShouldContain("\r\n20000\r\n");
        terminal.CloseStatus.ShouldBe(WebSocketCloseStatus.NormalClosure);
        terminal.CloseReason.ShouldBe("exit code 3");
        terminal.Frames.ShouldAllBe(frame => frame.Kind == WebSocketMessageType.Binary);
    }

    [Fact]
    public async Task A_signal_that_ends_the_program_is_the_close_reason()
    {
        await using var terminal = await world.ConnectAsync(command: "kill -9 $$");

        await terminal.ReadToEndAsync();

        terminal.CloseReason.ShouldBe("signal 9");
    }

    [Fact]
    public async Task The_program_has_the_size_of_the_address_and_sees_each_resize()
    {
        await using var terminal = await world.ConnectAsync("cols=101&rows=31");
        await terminal.SendAsync("echo size: $(stty size)\n");
        await terminal.ReadUntilAsync("size: 31 101");

        await terminal.SendAsync("""{"cols":150,"rows":50,"type":"resize"}""", WebSocketMessageType.Text);
        await terminal.SendAsync("""{"cols":0,"rows":0,"type":"resize"}""", WebSocketMessageType.Text);
        await terminal.SendAsync("echo size: $(stty size)\n");

        (await terminal.ReadUntilAsync("size: 50 150")).ShouldNotContain("resize");
    }

    [Fact]
    public async Task The_shell_has_the_environment_that_programs_expect()
    {
        await using var terminal = await world.ConnectAsync("workdir=/usr");

        await terminal.SendAsync("echo [$TERM $COLORTERM $LANG $LC_ALL $PWD]; exit\n");

        (await terminal.ReadToEndAsync()).ShouldContain("[xterm-256color truecolor C.UTF-8 C.UTF-8 /usr]");
    }

    [Fact]
    public async Task Several_command_arguments_are_a_vector_and_no_shell_reads_them()
    {
        await using var terminal = await world.ConnectAsAsync($"frames=binary&command=printf{TerminalWorld.Part("command", "<%s>")}{TerminalWorld.Part("command", "a $HOME b")}");

        (await terminal.ReadToEndAsync()).ShouldBe("<a $HOME b>");
    }

    [Fact]
    public async Task All_256_byte_values_pass_unchanged_in_both_directions()
    {
        await using var terminal = await world.ConnectAsync(command: "stty raw -echo; printf go; head -c 256");
        await terminal.ReadUntilAsync("go");
        var all = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();

        await terminal.SendAsync(all);
        await terminal.ReadToEndAsync();

        terminal.Received.AsSpan(2).ToArray().ShouldBe(all);
    }

    [Fact]
    public async Task A_text_client_gets_short_valid_messages_even_when_a_character_is_printed_in_pieces()
    {
        await using var terminal = await world.ConnectAsAsync("frames=text" + TerminalWorld.Part("command", """printf '<\360\237'; sleep 0.1; printf '\232\200>'; i=0; while [ $i -lt 3000 ]; do printf 'Grüße '; i=$((i+1)); done; printf '\377END'"""));

        var output = await terminal.ReadToEndAsync();

        output.ShouldStartWith("<🚀>");
        output.ShouldEndWith("Grüße \uFFFDEND");
        terminal.Frames.ShouldAllBe(frame => frame.Kind == WebSocketMessageType.Text && frame.Data.Length <= TerminalDialect.SmallFrame);
        terminal.Frames.ShouldAllBe(frame => Utf8.IsValid(frame.Data));
    }

    [Fact]
    public async Task Typing_that_looks_like_an_object_is_typing()
    {
        await using var terminal = await world.ConnectAsync(command: "stty raw -echo; printf go; head -c 26");
        await terminal.ReadUntilAsync("go");

        await terminal.SendAsync("""{"a":1}""", WebSocketMessageType.Text);
        await terminal.SendAsync("""{"type":"unknown"}""", WebSocketMessageType.Text);
        await terminal.SendAsync("x", WebSocketMessageType.Text);

        (await terminal.ReadToEndAsync()).ShouldBe("""go{"a":1}{"type":"unknown"}x""");
    }

    [Fact]
    public async Task Input_frames_of_any_length_arrive_whole()
    {
        await using var terminal = await world.ConnectAsync(command: "stty raw -echo; printf go; head -c 600000 | sha256sum");
        await terminal.ReadUntilAsync("go");
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i:000000}"));

        await terminal.SendAsync(JsonSerializer.Serialize(new { type = "input", data = text }), WebSocketMessageType.Text);

        (await terminal.ReadToEndAsync()).ShouldContain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(text))));
    }

    [Fact]
    public async Task What_is_typed_before_the_shell_is_ready_is_not_lost()
    {
        await using var terminal = await world.ConnectAsync(command: $"sleep 0.2; {TerminalWorld.Shell}");

        await terminal.SendAsync(string.Concat(Enumerable.Range(0, 1500).Select(i => $"echo {i} >> ~/typed-ahead\n")) + "exit\n");
        await terminal.ReadToEndAsync();

        await using var reader = await world.ConnectAsync(command: "cat ~/typed-ahead");
        (await reader.ReadToEndAsync()).ShouldBe(string.Concat(Enumerable.Range(0, 1500).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i}\r\n"))));
    }

    [Fact]
    public async Task Garbage_ends_the_connection_and_nothing_else()
    {
        await using var terminal = await world.ConnectAsync("id=garbage");
        await terminal.SendAsync("echo up$((1+1))\n");
        await terminal.ReadUntilAsync("up2");

        await RawSocket.SendGarbageAsync(world.Gateway.Url, $"/ws/terminal/{world.Container}?id=garbage");

        await terminal.SendAsync("echo still$((1+1))\n");
        await terminal.ReadUntilAsync("still2");
        (await world.Gateway.Http.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("nothing-like-it", "", HttpStatusCode.NotFound, "container_not_found")]
    [InlineData("this-machine", "?id=no%20spaces", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("this-machine", "?since=minus", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("this-machine", "?id=never-was&since=0", HttpStatusCode.Gone, "session_ended")]
    [InlineData("this-machine", "?command=a&command=b", HttpStatusCode.NotFound, "runtime.not_found")]
    public async Task A_terminal_that_cannot_be_is_refused_before_the_upgrade(string container, string query, HttpStatusCode status, string code)
    {
        using var answer = await RawSocket.UpgradeAsync(world.Gateway.Http, $"/ws/terminal/{container}{query}");

        answer.StatusCode.ShouldBe(status);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        body.GetProperty("code").GetString().ShouldBe(code);
        body.GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_ordinary_request_is_told_that_this_is_a_socket()
        => (await world.Gateway.Http.GetAsync($"/ws/terminal/{world.Container}")).StatusCode.ShouldBe(HttpStatusCode.UpgradeRequired);

    [Fact]
    public async Task Nobody_gets_to_a_container_of_somebody_else()
    {
        using var stranger = world.HttpFor(await world.AddUserAsync("stranger"));

        using var answer = await RawSocket.UpgradeAsync(stranger, $"/ws/terminal/{world.Container}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
