using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Yonder.Runtimes;

namespace Yonder.Drivers.Docker.Engine;

/// <summary>Speaks the Docker Engine API with one engine. Every failure is a <see cref="RuntimeException"/>, every request has a time limit.</summary>
internal sealed class EngineClient(EngineEndpoint endpoint, EngineLimits limits, TimeProvider time) : IDisposable
{
    private const int MaxFailure = 64 << 10;

    private readonly HttpClient _http = new(Transport((_, token) => endpoint.ConnectAsync(token), limits)) { Timeout = Timeout.InfiniteTimeSpan };
    private volatile EngineIdentity? _identity;

    public EngineEndpoint Endpoint => endpoint;

    public EngineLimits Limits => limits;

    public TimeProvider Time => time;

    /// <summary>Says what answers and agrees on the API version, once per engine that answers.</summary>
    public async ValueTask<EngineIdentity> IdentifyAsync(CancellationToken cancellationToken)
    {
        if (_identity is { } known)
        {
            return known;
        }

        using var limit = new TimeLimit(limits.Call, time, cancellationToken);
        using var answer = await SendAsync(Request(HttpMethod.Get, "/_ping"), limit);
        var identity = new EngineIdentity(Negotiate(answer.Header("Api-Version")), answer.Header("Libpod-Api-Version") is not null);
        _identity = identity;
        return identity;
    }

    public async ValueTask<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(limits.Call, time, cancellationToken);
        using var answer = await SendAsync(await RequestAsync(HttpMethod.Get, path, limit.Token), limit);
        return await ReadAsync(answer, type, limit);
    }

    public async ValueTask<T> PostAsync<TBody, T>(string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(limits.Call, time, cancellationToken);
        var request = await RequestAsync(HttpMethod.Post, path, limit.Token);
        request.Content = Json(body, bodyType);
        using var answer = await SendAsync(request, limit);
        return await ReadAsync(answer, type, limit);
    }

    public async ValueTask PostAsync<TBody>(string path, TBody body, JsonTypeInfo<TBody> bodyType, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(limits.Call, time, cancellationToken);
        var request = await RequestAsync(HttpMethod.Post, path, limit.Token);
        request.Content = Json(body, bodyType);
        using var answer = await SendAsync(request, limit);
    }

    /// <summary>Makes a call whose answer says nothing more than that it was done.</summary>
    /// <param name="method">POST or DELETE.</param>
    /// <param name="path">What is called.</param>
    /// <param name="extra">How much longer than an ordinary call the engine may take on purpose, e.g. the grace of a stop.</param>
    /// <param name="cancellationToken">Stops waiting; the engine may do it nevertheless.</param>
    public async ValueTask CallAsync(HttpMethod method, string path, TimeSpan extra, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(limits.Call + extra, time, cancellationToken);
        using var answer = await SendAsync(await RequestAsync(method, path, limit.Token), limit);
    }

    /// <summary>Opens a streamed answer. The limit covers its head; its body is the caller's to limit.</summary>
    public async ValueTask<EngineAnswer> OpenAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(limits.Call, time, cancellationToken);
        return await SendAsync(await RequestAsync(method, path, limit.Token), limit);
    }

    /// <summary>Sends a body that is written while it is sent; the limit is on silence, not on the whole.</summary>
    public async ValueTask<EngineAnswer> UploadAsync(HttpMethod method, string path, string contentType, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(limits.Silence, time, cancellationToken);
        var request = await RequestAsync(method, path, limit.Token);
        request.Content = new PushContent((stream, _) => write(stream, limit.Token), () => limit.Restart(limits.Silence));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        return await SendAsync(request, limit);
    }

    /// <summary>Posts and takes the connection over. It is one of its own: nothing else ever used it or will.</summary>
    public async ValueTask<UpgradedStream> UpgradeAsync<TBody>(string path, TBody body, JsonTypeInfo<TBody> bodyType, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(limits.Call, time, cancellationToken);
        using var request = await RequestAsync(HttpMethod.Post, path, limit.Token);
        request.Content = Json(body, bodyType);
        request.Headers.Connection.Add("Upgrade");
        request.Headers.Upgrade.Add(new ProductHeaderValue("tcp"));
        Stream? transport = null;
        HttpMessageInvoker? invoker = null;
        try
        {
            var connected = transport = await endpoint.ConnectAsync(limit.Token);
            invoker = new HttpMessageInvoker(Transport((_, _) => ValueTask.FromResult(connected), limits));
            var response = await invoker.SendAsync(request, limit.Token);
            if (response.StatusCode is not HttpStatusCode.SwitchingProtocols)
            {
                using (response)
                {
                    throw await FailureAsync(response, limit.Token);
                }
            }

            return new UpgradedStream(invoker, response, await response.Content.ReadAsStreamAsync(limit.Token), connected);
        }
        catch (Exception error)
        {
            invoker?.Dispose();
            if (transport is not null)
            {
                await transport.DisposeAsync();
            }

            throw Translate(error, limit);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The exception that leaves the driver for <paramref name="error"/>, met while reading a streamed answer.</summary>
    public Exception Translate(Exception error, TimeLimit? limit = null)
    {
        switch (error)
        {
            case OperationCanceledException when limit is { HasPassed: true }:
                _identity = null;
                return new RuntimeException(RuntimeError.TimedOut, $"The engine at {endpoint} did not answer in time.", error);
            case OperationCanceledException or RuntimeException:
                return error;
            case var transport when EngineErrors.IsTransport(transport):
                // Whoever answers next may be another version.
                _identity = null;
                return EngineErrors.FromTransport(transport, endpoint);
            default:
                return error;
        }
    }

    private static SocketsHttpHandler Transport(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> connect, EngineLimits limits) => new()
    {
        ConnectCallback = connect,
        ConnectTimeout = limits.Connect,
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        UseCookies = false,
        UseProxy = false,
    };

    private static HttpRequestMessage Request(HttpMethod method, string path)
        => new(method, new Uri($"http://engine{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

    private static ByteArrayContent Json<T>(T body, JsonTypeInfo<T> type)
        => new(JsonSerializer.SerializeToUtf8Bytes(body, type)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static Version Negotiate(string? theirs)
    {
        if (!Version.TryParse(theirs, out var version))
        {
            throw new RuntimeException(RuntimeError.Failed, "What answers names no version of the Docker Engine API.");
        }

        return version < EngineIdentity.Oldest
            ? throw new RuntimeException(RuntimeError.NotSupported, $"The engine speaks API {version}; {EngineIdentity.Oldest} or newer is needed (Docker 17.12, Podman 4).")
            : version < EngineIdentity.Newest ? version : EngineIdentity.Newest;
    }

    private static async ValueTask<RuntimeException> FailureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = new LimitedStream(await response.Content.ReadAsStreamAsync(cancellationToken), MaxFailure);
        using var text = new StreamReader(body);
        var content = await text.ReadToEndAsync(cancellationToken);
        try
        {
            content = JsonSerializer.Deserialize(content, EngineJson.Default.EngineFailure)?.Message ?? content;
        }
        catch (JsonException)
        {
            // Plain text, as proxies and old engines answer: it is the message itself.
        }

        return EngineErrors.FromAnswer(response.StatusCode, content);
    }

    private async ValueTask<HttpRequestMessage> RequestAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        var identity = await IdentifyAsync(cancellationToken);
        return Request(method, $"/v{identity.Api}{path}");
    }

    private async ValueTask<EngineAnswer> SendAsync(HttpRequestMessage request, TimeLimit limit)
    {
        HttpResponseMessage? response = null;
        try
        {
            using (request)
            {
                response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            }

            // 304: it is already as it was asked to be.
            return response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.NotModified
                ? new EngineAnswer(response, await response.Content.ReadAsStreamAsync(limit.Token))
                : throw await FailureAsync(response, limit.Token);
        }
        catch (Exception error)
        {
            response?.Dispose();
            throw Translate(error, limit);
        }
    }

    private async ValueTask<T> ReadAsync<T>(EngineAnswer answer, JsonTypeInfo<T> type, TimeLimit limit)
    {
        try
        {
            await using var body = new LimitedStream(answer.Body, limits.Answer);
            return await JsonSerializer.DeserializeAsync(body, type, limit.Token) ?? throw new JsonException("The answer is null.");
        }
        catch (Exception error)
        {
            throw Translate(error, limit);
        }
    }
}
