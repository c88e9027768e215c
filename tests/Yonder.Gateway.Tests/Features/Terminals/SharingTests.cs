using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace Yonder.Gateway.Tests.Features.Terminals;

public sealed class SharingTests(TerminalWorld world) : IClassFixture<TerminalWorld>
{
    [Fact]
    public async Task Who_joins_by_code_to_view_sees_the_terminal_and_cannot_type()
    {
        await using var owner = await world.ConnectAsync("id=viewed");
        var (_, code) = await ShareAsync("viewed", "view");
        var token = await world.AddUserAsync("viewer");
        using var http = world.HttpFor(token);

        var joined = await http.GetFromJsonAsync<JsonElement>($"/api/collab/join/{code}");
        await using var viewer = await world.ConnectAsAsync("frames=binary", token: token);
        await viewer.SendAsync("echo must not run\n");
        await viewer.SendAsync("""{"type":"resize","cols":33,"rows":11}""", WebSocketMessageType.Text);
        await owner.SendAsync("echo size: $(stty size)\n");

        joined.GetProperty("role").GetString().ShouldBe("viewer");
        joined.GetProperty("container_id").GetString().ShouldBe(world.Container);
        (await viewer.ReadUntilAsync("size: 24 80")).ShouldNotContain("must not run");
    }

    [Fact]
    public async Task Who_joins_to_control_types_into_the_same_shell_until_the_sharing_ends()
    {
        await using var owner = await world.ConnectAsync("id=controlled");
        var (id, code) = await ShareAsync("controlled", "control");
        var token = await world.AddUserAsync("editor");
        await using var editor = await world.ConnectAsAsync($"frames=binary&share={code}", token: token);

        await editor.SendAsync("echo by the editor$((1+1))\n");
        await owner.ReadUntilAsync("by the editor2");
        using var ended = await world.Gateway.Http.DeleteAsync($"/api/collab/sessions/{id}");
        await editor.ReadToEndAsync();

        ended.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        ((int?)editor.CloseStatus).ShouldBe(4003);
        await owner.SendAsync("echo still mine$((1+1))\n");
        await owner.ReadUntilAsync("still mine2");
        using var http = world.HttpFor(token);
        (await http.GetAsync($"/api/collab/join/{code}")).StatusCode.ShouldBe(HttpStatusCode.Gone);
        using var again = await RawSocket.UpgradeAsync(http, $"/ws/terminal/{world.Container}");
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_more_may_join_than_were_invited_and_a_wrong_code_leads_nowhere()
    {
        var (id, code) = await ShareAsync(terminal: null, "view", maxUsers: 1);
        using var first = world.HttpFor(await world.AddUserAsync("first"));
        using var second = world.HttpFor(await world.AddUserAsync("second"));

        (await first.GetAsync($"/api/collab/join/{code.ToLowerInvariant()}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await second.GetAsync($"/api/collab/join/{code}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await second.GetAsync("/api/collab/join/WRONG0")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await second.DeleteAsync($"/api/collab/sessions/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Those_on_the_presence_bus_know_of_each_other()
    {
        var (id, code) = await ShareAsync(terminal: null, "view");
        await using var owner = await TestTerminal.ConnectAsync(world.Gateway.Socket($"/ws/collab/{code}"), subProtocol: null, token: null);
        (await owner.ReadJsonAsync("participants")).GetProperty("data").GetArrayLength().ShouldBe(1);
        await using var guest = await TestTerminal.ConnectAsync(world.Gateway.Socket($"/ws/collab/{code}"), subProtocol: null, await world.AddUserAsync("guest"));

        (await owner.ReadJsonAsync("join")).GetProperty("username").GetString().ShouldBe("guest");
        await guest.SendAsync("""{"type":"cursor","user_id":"somebody else","data":{"x":3}}""", WebSocketMessageType.Text);
        var cursor = await owner.ReadJsonAsync("cursor");
        cursor.GetProperty("username").GetString().ShouldBe("guest");
        cursor.GetProperty("user_id").GetString().ShouldNotBe("somebody else", StringComparer.Ordinal);
        cursor.GetProperty("data").GetProperty("x").GetInt32().ShouldBe(3);
        await guest.CloseAsync();
        await owner.ReadJsonAsync("leave");
        await world.Gateway.Http.DeleteAsync($"/api/collab/sessions/{id}");
        await owner.ReadJsonAsync("ended");
        await owner.ReadToEndAsync();
        ((int?)owner.CloseStatus).ShouldBe(4003);
    }

    [Theory]
    [InlineData("""{"container_id":"this-machine","mode":"rule"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"container_id":"this-machine","duration_minutes":100000}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"container_id":"no-such"}""", HttpStatusCode.NotFound)]
    [InlineData("""{"container_id":""", HttpStatusCode.BadRequest)]
    public async Task A_sharing_that_makes_no_sense_is_refused(string body, HttpStatusCode status)
        => (await world.Gateway.Http.PostAsync("/api/collab/start", new StringContent(body, System.Text.Encoding.UTF8, "application/json"))).StatusCode.ShouldBe(status);

    private async Task<(string Id, string Code)> ShareAsync(string? terminal, string mode, int maxUsers = 5)
    {
        using var answer = await world.Gateway.Http.PostAsJsonAsync(
            "/api/collab/start", new { container_id = world.Container, terminal_id = terminal, mode, max_users = maxUsers, duration_minutes = 5 });
        var share = await answer.Content.ReadFromJsonAsync<JsonElement>();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, share.ToString());
        return (share.GetProperty("session_id").GetString()!, share.GetProperty("share_code").GetString()!);
    }
}
