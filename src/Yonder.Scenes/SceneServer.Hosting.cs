using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yonder.Scenes.Files;
using Yonder.Scenes.Sockets;

namespace Yonder.Scenes;

/// <summary>Listening, by itself or inside another web application.</summary>
public sealed partial class SceneServer
{
#pragma warning disable CA2213 // Disposed in DisposeAsync, through a local.
    private WebApplication? _app;
#pragma warning restore CA2213

    /// <summary>Where it listens; null until it does.</summary>
    public Uri? Uri { get; private set; }

    /// <summary>Listens; returns when clients can connect.</summary>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (_app is not null)
        {
            throw new InvalidOperationException("The server was started already.");
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.RemoveAll<ILoggerFactory>().AddSingleton(_loggers);
        builder.Services.RemoveAll<IHostLifetime>().AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.WebHost.ConfigureKestrel(kestrel => SceneListener.Configure(kestrel, Options));
        _app = builder.Build();
        _app.Use((context, next) => SceneDoor.IsKnock(context.Request) ? AcceptAsync(context) : next(context));
        _app.UseSceneFiles(Options);
        await _app.StartAsync(cancellationToken);

        var listening = new Uri(_app.Urls.First());
        Uri = new UriBuilder(listening) { Scheme = Options.Certificate is null ? "ws" : "wss", Host = Options.Host is "*" or "0.0.0.0" or "::" ? "localhost" : Options.Host }.Uri;
        _logger.ScenesListening(Uri);
    }

    /// <summary>Listens until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await StartAsync(cancellationToken);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, Options.Time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await DisposeAsync();
        }
    }

    /// <summary>Serves one WebSocket request inside another web application; completes when the session has ended.</summary>
    public Task AcceptAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return SceneDoor.EnterAsync(context, Options, _loggers, RunSessionAsync);
    }

    /// <summary>Says goodbye to all, and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_sessions.Values.Select(session => session.CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "The server stops.")));
        if (_app is { } app)
        {
            using var limit = new CancellationTokenSource(Options.Grace, Options.Time);
            await app.StopAsync(limit.Token);
            await app.DisposeAsync();
        }
    }

    private async Task RunSessionAsync(SceneDoorPass pass, CancellationToken cancellationToken)
    {
        using var session = new SceneSession(this, pass.Socket, pass.Stream, _logger);
        _sessions[session.Id] = session;
        try
        {
            await session.RunAsync(cancellationToken);
        }
        finally
        {
            _sessions.TryRemove(session.Id, out _);
        }
    }
}
