using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yonder.Gateway.Platform.Terminals;
using Yonder.TestKit.Waiting;

namespace Yonder.Gateway.Tests.Features.Terminals;

public sealed class TerminalSessionTests(TerminalWorld world) : IClassFixture<TerminalWorld>
{
    [Fact]
    public async Task A_shell_survives_its_client_and_replays_from_the_byte_asked_for()
    {
        await using var first = await world.ConnectAsync("id=survivor");
        await first.SendAsync("echo before$((0+1))\n");
        await first.ReadUntilAsync("before1\r\n");
        var known = first.Count;
        first.Cut();

        await using var second = await world.ConnectAsync($"id=survivor&since={known}");
        await second.SendAsync("echo after$((1+1))\n");

        second.FirstOffset.ShouldBe(known);
        (await second.ReadUntilAsync("after2")).ShouldNotContain("before1");

        await using var third = await world.ConnectAsync("id=survivor&since=0");
        (await third.ReadUntilAsync("after2")).ShouldContain("before1");

        await using var fourth = await world.ConnectAsync("id=survivor&since=end");
        await fourth.SendAsync("echo now$((2+1))\n");
        (await fourth.ReadUntilAsync("now3")).ShouldNotContain("before1");
    }

    [Fact]
    public async Task A_client_that_is_cut_off_a_hundred_times_gets_every_byte_once()
    {
        const int Size = 20_000_000;
        const int Cuts = 100;
        var random = new Random(7);
        var received = new MemoryStream();
        var query = $"id=cuts-{Guid.NewGuid():N}"[..32];
        var command = string.Create(CultureInfo.InvariantCulture, $"stty raw; seq 1 100000000 | head -c {Size}");

        for (var cut = 0; cut < Cuts; cut++)
        {
            await using var terminal = await world.ConnectAsync($"{query}{(cut is 0 ? "" : $"&since={received.Length}")}", command);
            terminal.FirstOffset.ShouldBe(received.Length);
            var until = random.Next(2 * Size / Cuts);
            while (terminal.Count < until && received.Length + terminal.Count < Size && await terminal.ReadFrameAsync())
            {
            }

            await received.WriteAsync(terminal.Received);
            terminal.Cut();
        }

        await using var last = await world.ConnectAsync($"{query}&since={received.Length}", command);
        await last.ReadToEndAsync();
        await received.WriteAsync(last.Received);

        received.Length.ShouldBe(Size);
        received.ToArray().AsSpan().SequenceEqual(Numbers(Size)).ShouldBeTrue("the bytes differ");
        last.CloseReason.ShouldBe("exit code 0");
    }

    [Fact]
    public async Task A_client_that_stops_reading_holds_the_program_loses_nothing_and_still_interrupts_at_once()
    {
        await using var terminal = await world.ConnectAsync("id=stalled", "stty raw -echo isig noflsh; seq 1 100000000");
        await terminal.ReadUntilAsync("100\n");

        var held = await Eventually.SettledAsync(() => EndAsync("stalled"), TimeSpan.FromSeconds(1));
        await terminal.SendAsync("\u0003");
        await Eventually.TrueAsync(async () => !await IsListedAsync("stalled"), "Ctrl-C did not get through", TimeSpan.FromSeconds(5));
        await terminal.ReadToEndAsync();

        held.ShouldBeLessThan(32 * 1024 * 1024);
        terminal.Count.ShouldBeGreaterThanOrEqualTo(held);
        terminal.CloseStatus.ShouldBe(WebSocketCloseStatus.NormalClosure);
        terminal.Received.AsSpan().SequenceEqual(Numbers((int)terminal.Count)).ShouldBeTrue("something is missing or comes twice");
    }

    [Fact]
    public async Task Two_clients_share_a_shell_and_one_that_stops_reading_does_not_hold_the_other()
    {
        await using var stalled = await world.ConnectAsync("id=shared");
        await using var quick = await world.ConnectAsync("id=shared");
        await quick.SendAsync("stty -onlcr; seq 1 1500000; echo done$((1+1))\n");

        var all = await quick.ReadUntilAsync("done2");
        await stalled.SendAsync("echo typed by the other$((1+1))\n");
        await quick.ReadUntilAsync("typed by the other2");

        all.ShouldContain("\n1500000\n");
        (await stalled.ReadUntilAsync("typed by the other2")).ShouldContain("\n1500000\n");
    }

    [Fact]
    public async Task A_client_that_comes_back_after_the_program_ended_gets_the_rest_and_how_it_ended()
    {
        await using var first = await world.ConnectAsync("id=late", "echo first; read line; echo last words; exit 7");
        await first.ReadUntilAsync("first");
        var known = first.Count;
        await first.SendAsync("go\n");
        first.Cut();
        await Eventually.TrueAsync(async () => !await IsListedAsync("late"), "the program did not end");

        await using var second = await world.ConnectAsync($"id=late&since={known}");

        (await second.ReadToEndAsync()).ShouldContain("last words");
        second.CloseReason.ShouldBe("exit code 7");
    }

    [Fact]
    public async Task A_name_is_free_for_a_new_shell_once_its_program_has_ended()
    {
        await using var first = await world.ConnectAsync("id=again", "echo one");
        await first.ReadToEndAsync();

        await using var second = await world.ConnectAsync("id=again", "echo two");

        (await second.ReadToEndAsync()).ShouldBe("two\r\n");
    }

    [Fact]
    public async Task An_offset_beyond_the_end_is_another_shells()
    {
        await using var first = await world.ConnectAsync("id=short");
        await first.ReadUntilAsync("ready:");

        using var answer = await RawSocket.UpgradeAsync(world.Gateway.Http, $"/ws/terminal/{world.Container}?id=short&since=1000000");

        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_shell_without_a_name_ends_when_its_client_closes_and_is_kept_when_it_is_cut_off()
    {
        await using var closed = await world.ConnectAsync();
        await closed.ReadUntilAsync("ready:");
        await closed.CloseAsync();
        await Eventually.TrueAsync(async () => !await IsListedAsync(closed.Session), "the shell did not end");

        await using var cut = await world.ConnectAsync();
        await cut.ReadUntilAsync("ready:");
        var known = cut.Count;
        cut.Cut();
        await using var back = await world.ConnectAsync($"id={cut.Session}&since={known}");
        await back.SendAsync("echo back$((1+1))\n");
        await back.ReadUntilAsync("back2");
        await back.CloseAsync();
        await Eventually.TrueAsync(async () => !await IsListedAsync(cut.Session), "the shell did not end");
    }

    [Fact]
    public async Task A_shell_without_a_name_ends_when_nobody_comes_back_in_time()
    {
        await using var impatient = await TerminalWorld.StartAsync(services => services.Configure<TerminalOptions>(options => options.Grace = TimeSpan.FromMilliseconds(100)));
        await using var terminal = await impatient.ConnectAsync();
        await terminal.ReadUntilAsync("ready:");

        terminal.Cut();

        await Eventually.TrueAsync(async () => (await ListAsync(impatient)).GetArrayLength() is 0, "the shell did not end");
    }

    [Fact]
    public async Task A_named_shell_survives_a_proper_close_and_ends_when_it_is_told_to()
    {
        await using var terminal = await world.ConnectAsync("id=told");
        await terminal.ReadUntilAsync("ready:");
        await terminal.CloseAsync();
        await using var other = await world.ConnectAsync("id=told");
        (await IsListedAsync("told")).ShouldBeTrue();

        using var ended = await world.Gateway.Http.DeleteAsync("/api/terminals/told");

        ended.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await other.ReadToEndAsync();
        other.CloseStatus.ShouldBe(WebSocketCloseStatus.NormalClosure);
        (await IsListedAsync("told")).ShouldBeFalse();
        using var again = await world.Gateway.Http.DeleteAsync("/api/terminals/told");
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_lists_or_ends_what_is_not_theirs()
    {
        await using var terminal = await world.ConnectAsync("id=mine");
        using var stranger = world.HttpFor(await world.AddUserAsync("lister"));

        (await stranger.GetFromJsonAsync<JsonElement>("/api/terminals")).GetArrayLength().ShouldBe(0);
        using var ended = await stranger.DeleteAsync("/api/terminals/mine");

        ended.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Output_waits_for_the_first_frame_of_a_client_that_may_not_be_listening_yet()
    {
        await using var patient = await TerminalWorld.StartAsync(services => services.Configure<TerminalOptions>(options => options.FirstFrameTimeout = TimeSpan.FromHours(1)));
        await using var terminal = await patient.ConnectAsAsync("id=held&frames=text" + TerminalWorld.Part("command", "echo printed; read line"));
        await Eventually.TrueAsync(async () => (await ListAsync(patient))[0].GetProperty("nextOffset").GetInt64() > 0, "nothing was printed");
        var reading = terminal.ReadFrameAsync();

        reading.IsCompleted.ShouldBeFalse();
        await terminal.SendAsync("""{"type":"resize","cols":90,"rows":30}""", WebSocketMessageType.Text);

        (await reading).ShouldBeTrue();
        terminal.Text.ShouldContain("printed");
    }

    [Fact]
    public async Task A_gateway_that_stops_sends_its_clients_away_with_1001()
    {
        var stopping = await TerminalWorld.StartAsync(_ => { });
        await using var terminal = await stopping.ConnectAsync("id=stopping");
        await terminal.ReadUntilAsync("ready:");
        var reading = terminal.ReadToEndAsync();

        await stopping.DisposeAsync();
        await reading;

        terminal.CloseStatus.ShouldBe(WebSocketCloseStatus.EndpointUnavailable);
    }

    private static async Task<JsonElement> ListAsync(TerminalWorld of) => await of.Gateway.Http.GetFromJsonAsync<JsonElement>("/api/terminals");

    private static byte[] Numbers(int size)
    {
        var text = new StringBuilder(size + 16);
        for (var i = 1; text.Length < size; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i}\n");
        }

        return Encoding.ASCII.GetBytes(text.ToString(0, size));
    }

    private async Task<bool> IsListedAsync(string session)
        => (await ListAsync(world)).EnumerateArray().Any(entry => entry.GetProperty("id").ValueEquals(session));

    private async Task<long> EndAsync(string session)
        => (await ListAsync(world)).EnumerateArray().Single(entry => entry.GetProperty("id").ValueEquals(session)).GetProperty("nextOffset").GetInt64();
}
