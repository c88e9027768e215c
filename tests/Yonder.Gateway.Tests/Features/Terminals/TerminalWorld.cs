using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Yonder.Gateway.Platform.Auth;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Tests.Features.Terminals;

/// <summary>A gateway with a container of its owner's: a sandbox with a home of its own, so that nobody's shell settings are read or disturbed, and clients for its terminals.</summary>
public sealed class TerminalWorld : IAsyncLifetime, IAsyncDisposable
{
    /// <summary>A shell that says nothing but what it is told, and reads nobody's settings.</summary>
    public const string Shell = "exec env PS1=ready: bash --norc --noprofile -i";

    public TerminalWorld()
        : this(configure: null)
    {
    }

    private TerminalWorld(Action<IServiceCollection>? configure) => Configure = configure;

    public GatewayFixture Gateway { get; private set; } = new();

    public string Container { get; private set; } = "";

    private Action<IServiceCollection>? Configure { get; }

    public static async Task<TerminalWorld> StartAsync(Action<IServiceCollection> configure)
    {
        var world = new TerminalWorld(configure);
        await world.InitializeAsync();
        return world;
    }

    public async Task InitializeAsync()
    {
        Gateway = await GatewayFixture.StartAsync(configure: Configure);
        Container = (await AddRuntimeAsync("this-machine")).Id.Value;
    }

    public async Task<RuntimeRecord> AddRuntimeAsync(string name)
        => await Gateway.Services.GetRequiredService<RuntimeRegistry>().CreateAsync(
            new NewRuntime { Owner = LocalOwner.Id, Name = name, Driver = "local", Spec = new ProvisionSpec { Id = new RuntimeId("given-by-the-registry"), Image = "host" } });

    /// <summary>Makes somebody else, and the token they sign in with.</summary>
    public async Task<string> AddUserAsync(string name, string scope = "write")
    {
        var now = DateTimeOffset.UnixEpoch;
        var user = new UserRecord { Id = Guid.NewGuid().ToString(), Username = name, Tier = "free", IsAdmin = false, CreatedAt = now, UpdatedAt = now };
        await Gateway.Services.GetRequiredService<UserStore>().AddAsync(user, CancellationToken.None);
        var (secret, _) = await Gateway.Services.GetRequiredService<TokenService>().CreateAsync(
            new TokenWish { UserId = user.Id, Kind = TokenKind.Api, Name = name, Scopes = [scope] }, CancellationToken.None);
        return secret;
    }

    public HttpClient HttpFor(string token)
    {
        var http = new HttpClient { BaseAddress = Gateway.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    /// <summary>Connects as our own clients do: bytes, at once.</summary>
    public Task<TestTerminal> ConnectAsync(string query = "", string command = Shell)
        => ConnectAsAsync($"frames=binary{Part("command", command)}{(query is "" ? "" : $"&{query}")}");

    /// <summary>Connects with nothing but what is given.</summary>
    public Task<TestTerminal> ConnectAsAsync(string query, string? subProtocol = null, string? token = null, string? container = null)
        => TestTerminal.ConnectAsync(Gateway.Socket($"/ws/terminal/{container ?? Container}?{query}"), subProtocol, token);

    public static string Part(string name, string value) => value is "" ? "" : $"&{name}={Uri.EscapeDataString(value)}";

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync() => await Gateway.DisposeAsync();
}
