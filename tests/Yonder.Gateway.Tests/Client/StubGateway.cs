using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Yonder.Client;

namespace Yonder.Gateway.Tests.Client;

/// <summary>A server that answers what a test says: for answers that a real gateway gives rarely, or only an original Rexec server gives.</summary>
public sealed class StubGateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StubGateway(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public int Requests { get; private set; }

    public static async Task<StubGateway> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseWebSockets();
        var stub = new StubGateway(app);
        app.Run(context => answer(context, ++stub.Requests));
        await app.StartAsync();
        return stub;
    }

    public static Task<StubGateway> StartAsync(int status, string body, string type = "application/json")
        => StartAsync((context, _) => AnswerAsync(context, status, body, type));

    public static Task AnswerAsync(HttpContext context, int status, string body, string type = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    }

    public YonderClient Connect(Func<YonderClientOptions, YonderClientOptions>? adjust = null)
        => new((adjust ?? (options => options))(new YonderClientOptions { BaseAddress = new Uri(Url), RetryDelay = TimeSpan.FromMilliseconds(1) }));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
