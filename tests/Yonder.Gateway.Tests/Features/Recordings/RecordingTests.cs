using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yonder.Gateway.Features.Recordings;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Tests.Features.Terminals;
using Yonder.TestKit.Waiting;

namespace Yonder.Gateway.Tests.Features.Recordings;

public sealed class RecordingTests : IAsyncLifetime, IAsyncDisposable
{
    private TerminalWorld _world = new();

    public async Task InitializeAsync() => _world = await TerminalWorld.StartAsync(_ => { });

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_recording_is_valid_asciicast_with_output_and_resizes_and_without_keystrokes()
    {
        await using var terminal = await _world.ConnectAsync("cols=90&rows=30");
        await terminal.ReadUntilAsync("ready:");
        var started = await StartAsync(new { container_id = _world.Container, title = "a title" });

        await terminal.SendAsync("stty -echo\n");
        await terminal.SendAsync("""{"type":"resize","cols":100,"rows":40}""", WebSocketMessageType.Text);
        await terminal.SendAsync("secret=hunter2; printf '\\360\\237'; sleep 0.1; printf '\\232\\200 done%s\\n' 2\n");
        await terminal.ReadUntilAsync("done2");
        var stopped = await StopAsync();

        var lines = await CastAsync(started.GetProperty("recording_id").GetString()!);
        var header = lines[0];
        header.GetProperty("version").GetInt32().ShouldBe(2);
        header.GetProperty("width").GetInt32().ShouldBe(90);
        header.GetProperty("height").GetInt32().ShouldBe(30);
        header.GetProperty("timestamp").GetInt64().ShouldBeGreaterThan(1_700_000_000);
        header.GetProperty("title").GetString().ShouldBe("a title");
        var events = lines[1..];
        Said(events, "o").ShouldContain("🚀 done2\r\n");
        Said(events, "o").ShouldNotContain("\uFFFD");
        Said(events, "r").ShouldBe("100x40");
        Said(events, "i").ShouldBeEmpty();
        var times = events.Select(line => line[0].GetDouble()).ToList();
        times.ShouldBe(times.Order());
        stopped.GetProperty("events_count").GetInt64().ShouldBe(events.Length);
        ((double)stopped.GetProperty("duration_ms").GetInt64()).ShouldBe(times[^1] * 1000, tolerance: 1);
    }

    [Fact]
    public async Task Keystrokes_are_recorded_when_asked_for_and_a_terminal_that_is_started_later_is_followed()
    {
        var started = await StartAsync(new { container_id = "this-machine", record_input = true });
        await using var terminal = await _world.ConnectAsync("cols=70&rows=20");
        await terminal.SendAsync("echo typed$((1+1))\n");
        await terminal.ReadUntilAsync("typed2");
        await terminal.SendAsync("exit\n");
        await terminal.ReadToEndAsync();
        await using var next = await _world.ConnectAsync("cols=70&rows=20");
        await next.SendAsync("echo next$((1+1))\n");
        await next.ReadUntilAsync("next2");
        await StopAsync();

        var events = (await CastAsync(started.GetProperty("recording_id").GetString()!))[1..];
        Said(events, "i").ShouldContain("echo typed$((1+1))\n");
        Said(events, "r").ShouldBe("70x20");
        Said(events, "o").ShouldContain("typed2");
        Said(events, "o").ShouldContain("next2");
    }

    [Fact]
    public async Task One_recording_at_a_time_and_its_status_says_so()
    {
        (await StatusAsync()).GetProperty("recording").GetBoolean().ShouldBeFalse();
        await StartAsync(new { container_id = _world.Container });

        using var second = await _world.Gateway.Http.PostAsJsonAsync("/api/recordings/start", new { container_id = _world.Container });

        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await StatusAsync()).GetProperty("recording").GetBoolean().ShouldBeTrue();
        await StopAsync();
        using var again = await _world.Gateway.Http.PostAsync($"/api/recordings/stop/{_world.Container}", content: null);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_recording_is_public_only_once_its_owner_says_so_and_gone_once_deleted()
    {
        var id = (await StartAsync(new { container_id = _world.Container, title = "<b>shown</b>" })).GetProperty("recording_id").GetString()!;
        var token = (await StopAsync()).GetProperty("share_token").GetString()!;
        var http = _world.Gateway.Http;

        (await http.GetAsync($"/r/{token}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await http.GetAsync($"/r/{token}/stream")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await http.PatchAsJsonAsync($"/api/recordings/{id}", new { is_public = true })).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var stream = await http.GetAsync($"/r/{token}/stream");
        using var page = new HttpRequestMessage(HttpMethod.Get, $"/r/{token}");
        page.Headers.Accept.ParseAdd("text/html");
        using var html = await http.SendAsync(page);

        stream.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-asciicast");
        (await html.Content.ReadAsStringAsync()).ShouldContain("&lt;b&gt;shown");
        (await http.GetFromJsonAsync<JsonElement>($"/r/{token}")).TryGetProperty("container_id", out _).ShouldBeFalse();
        (await http.DeleteAsync($"/api/recordings/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetAsync($"/r/{token}/stream")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await http.GetFromJsonAsync<JsonElement>("/api/recordings")).GetProperty("recordings").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_records_sees_changes_or_deletes_what_is_not_theirs()
    {
        var id = (await StartAsync(new { container_id = _world.Container })).GetProperty("recording_id").GetString()!;
        using var stranger = _world.HttpFor(await _world.AddUserAsync("stranger"));

        HttpResponseMessage[] answers =
        [
            await stranger.PostAsJsonAsync("/api/recordings/start", new { container_id = _world.Container }),
            await stranger.PostAsync($"/api/recordings/stop/{_world.Container}", content: null),
            await stranger.GetAsync($"/api/recordings/{id}"),
            await stranger.GetAsync($"/api/recordings/{id}/stream"),
            await stranger.PatchAsJsonAsync($"/api/recordings/{id}", new { is_public = true }),
            await stranger.DeleteAsync($"/api/recordings/{id}"),
        ];

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.NotFound);
        (await StatusAsync()).GetProperty("recording").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_recording_stops_by_itself_at_its_size_limit_and_the_terminal_goes_on()
    {
        await using var small = await TerminalWorld.StartAsync(services => services.Configure<RecordingOptions>(options => options.MaxBytes = 20_000));
        await using var terminal = await small.ConnectAsync();
        await terminal.ReadUntilAsync("ready:");
        await small.Gateway.Http.PostAsJsonAsync("/api/recordings/start", new { container_id = small.Container });

        await terminal.SendAsync("seq 1 100000; echo fin$((1+1))\n");
        await terminal.ReadUntilAsync("fin2");

        await Eventually.TrueAsync(
            async () => (await small.Gateway.Http.GetFromJsonAsync<JsonElement>("/api/recordings")).GetProperty("recordings")[0].TryGetProperty("ended_by", out _), "it goes on");
    }

    [Fact]
    public async Task A_recording_that_a_killed_gateway_left_is_mended_and_kept()
    {
        await using var terminal = await _world.ConnectAsync("id=killed");
        var id = (await StartAsync(new { container_id = _world.Container })).GetProperty("recording_id").GetString()!;
        await terminal.SendAsync("echo kept$((1+1))\n");
        await terminal.ReadUntilAsync("kept2");
        var path = Path.Combine(_world.Gateway.DataDirectory, "recordings", $"{id}.cast");
        await Eventually.TrueAsync(async () => (await ReadSharedAsync(path)).Contains("kept2", StringComparison.Ordinal), "nothing was written while recording");
        var half = await ReadSharedAsync(path) + """[9.5,"o","half a li""";
        var row = await _world.Gateway.Services.GetRequiredService<RecordingStore>().FindAsync(LocalOwner.Id, id, CancellationToken.None);
        await StopAsync();
        await File.WriteAllTextAsync(path, half);
        await _world.Gateway.Services.GetRequiredService<RecordingStore>().FinishAsync(row!, CancellationToken.None);

        await _world.Gateway.RestartAsync();

        var recording = await _world.Gateway.Http.GetFromJsonAsync<JsonElement>($"/api/recordings/{id}");
        recording.GetProperty("status").GetString().ShouldBe("done");
        var lines = await CastAsync(id);
        Said(lines[1..], "o").ShouldContain("kept2");
        recording.GetProperty("events_count").GetInt64().ShouldBe(lines.Length - 1);
        ((double)recording.GetProperty("duration_ms").GetInt64()).ShouldBe(lines[^1][0].GetDouble() * 1000, tolerance: 1);
    }

    private static string Said(IEnumerable<JsonElement> events, string kind)
        => string.Concat(events.Where(line => line[1].ValueEquals(kind)).Select(line => line[2].GetString()));

    private static async Task<string> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync();
    }

    private async Task<JsonElement> StartAsync(object wish)
    {
        using var answer = await _world.Gateway.Http.PostAsJsonAsync("/api/recordings/start", wish);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<JsonElement> StopAsync()
    {
        using var answer = await _world.Gateway.Http.PostAsync($"/api/recordings/stop/{_world.Container}", content: null);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<JsonElement> StatusAsync() => await _world.Gateway.Http.GetFromJsonAsync<JsonElement>($"/api/recordings/status/{_world.Container}");

    private async Task<JsonElement[]> CastAsync(string id)
        => [.. (await _world.Gateway.Http.GetStringAsync($"/api/recordings/{id}/stream")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
