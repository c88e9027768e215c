using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yonder.Gateway.Platform.Hosting;

namespace Yonder.Gateway.Tests;

/// <summary>A real gateway on a free port with a data folder of its own. Requests from <see cref="Http"/> come from its own user: the local owner.</summary>
/// <remarks>As a class fixture it has the default options; <see cref="StartAsync"/> takes others.</remarks>
public sealed class GatewayFixture : IAsyncLifetime, IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("yonder-test-");
    private readonly Func<GatewayOptions, GatewayOptions> _adjust;
    private readonly Action<IServiceCollection>? _configure;
    private readonly Action<IEndpointRouteBuilder>? _map;
    private WebApplication? _app;

    public GatewayFixture()
        : this(options => options, configure: null, map: null)
    {
    }

    private GatewayFixture(Func<GatewayOptions, GatewayOptions> adjust, Action<IServiceCollection>? configure, Action<IEndpointRouteBuilder>? map)
    {
        _adjust = adjust;
        _configure = configure;
        _map = map;
    }

    public HttpClient Http { get; private set; } = new();

    public Uri Url { get; private set; } = new("http://unstarted.invalid");

    public IServiceProvider Services => App.Services;

    public string DataDirectory => _data.FullName;

    private WebApplication App => _app ?? throw new InvalidOperationException("The gateway is not running.");

    public static async Task<GatewayFixture> StartAsync(
        Func<GatewayOptions, GatewayOptions>? adjust = null, Action<IServiceCollection>? configure = null, Action<IEndpointRouteBuilder>? map = null)
    {
        var fixture = new GatewayFixture(adjust ?? (options => options), configure, map);
        await fixture.InitializeAsync();
        return fixture;
    }

    public async Task InitializeAsync()
    {
        var options = _adjust(new GatewayOptions { Listen = "127.0.0.1:0", DataDirectory = _data.FullName });
        _app = await GatewayHost.StartAsync(options, CancellationToken.None, _configure, _map);
        Url = _app.Services.GetRequiredService<GatewayAddress>().Url;
        Http.Dispose();
        Http = new HttpClient { BaseAddress = Url };
    }

    /// <summary>The address of a WebSocket route, e.g. <c>/ws/terminal/…</c>.</summary>
    public Uri Socket(string path) => new UriBuilder(new Uri(Url, path)) { Scheme = "ws" }.Uri;

    /// <summary>Stops it and starts it again on the same data.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await InitializeAsync();
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await StopAsync();
        _data.Delete(recursive: true);
    }

    private async Task StopAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }
}
