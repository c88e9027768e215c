using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Terminals;

namespace Yonder.Gateway.Tests.Features.Terminals;

public sealed class TerminalJsonTests(TerminalWorld world) : IClassFixture<TerminalWorld>
{
    private static readonly string Shell = TerminalWorld.Part("command", TerminalWorld.Shell);

    [Theory]
    [InlineData("rexec.v1", "")]
    [InlineData("rexec.v1,rexec.token.secret", "token=never-looked-at-before-the-subprotocol")]
    [InlineData(null, "format=json")]
    [InlineData(null, "id=embed-1-abc")]
    public async Task Json_is_spoken_to_who_asks_for_it_in_any_of_the_ways(string? subProtocol, string query)
    {
        if (subProtocol?.Contains("secret", StringComparison.Ordinal) is true)
        {
            subProtocol = $"rexec.v1,rexec.token.{await GrantOwnerTokenAsync()}";
        }

        await using var terminal = await world.ConnectAsAsync(query + Shell, subProtocol);

        (await terminal.ReadJsonAsync("connected")).GetProperty("session").GetString().ShouldBe(terminal.Session);
        terminal.SubProtocol.ShouldBe(subProtocol is null ? null : "rexec.v1");
        await terminal.CloseAsync();
    }

    [Fact]
    public async Task A_json_client_is_told_everything_from_connected_to_exit()
    {
        await using var terminal = await world.ConnectAsAsync("format=json" + Shell);

        (await terminal.ReadJsonAsync("connected")).GetProperty("offset").GetInt64().ShouldBe(0);
        (await terminal.ReadJsonAsync("container_status")).GetProperty("data").GetString().ShouldBe("running");
        await terminal.ReadJsonAsync("shell_starting");
        await terminal.ReadJsonAsync("shell_ready");
        await terminal.SendAsync("""{"type":"ping"}""", WebSocketMessageType.Text);
        await terminal.ReadJsonAsync("pong");
        await terminal.SendAsync("""{"type":"input","data":"echo Gr\u00fc\u00dfe; exit 4\r"}""", WebSocketMessageType.Text);
        await terminal.ReadJsonOutputUntilAsync("\rGrüße\r\n");
        (await terminal.ReadJsonAsync("exit")).GetProperty("code").GetInt32().ShouldBe(4);
        await terminal.ReadToEndAsync();
        terminal.CloseStatus.ShouldBe(WebSocketCloseStatus.NormalClosure);
    }

    [Fact]
    public async Task The_offset_of_a_json_frame_is_where_a_return_goes_on()
    {
        await using var first = await world.ConnectAsAsync("format=json&id=json-return" + Shell);
        await first.SendAsync("echo one$((0+1))\n");
        await first.ReadJsonOutputUntilAsync("one1\r\n");
        var offset = System.Text.Json.JsonDocument.Parse(first.Frames[^1].Data).RootElement.GetProperty("offset").GetInt64();
        first.Cut();

        await using var second = await world.ConnectAsAsync($"format=json&id=json-return&since={offset}");
        await second.SendAsync("echo two$((1+1))\n");

        (await second.ReadJsonOutputUntilAsync("two2")).ShouldNotContain("one1");
    }

    [Fact]
    public async Task Statistics_and_heartbeats_come_from_time_to_time()
    {
        await using var quick = await TerminalWorld.StartAsync(services => services.Configure<TerminalOptions>(options => options.StatusInterval = TimeSpan.FromMilliseconds(50)));
        await using var terminal = await quick.ConnectAsAsync("format=json" + Shell);

        await terminal.ReadJsonAsync("ping");
    }

    private async Task<string> GrantOwnerTokenAsync()
    {
        var (secret, _) = await world.Gateway.Services.GetRequiredService<TokenService>().CreateAsync(
            new TokenWish { UserId = LocalOwner.Id, Kind = TokenKind.Api, Name = "test", Scopes = ["write"] }, CancellationToken.None);
        return secret;
    }
}
