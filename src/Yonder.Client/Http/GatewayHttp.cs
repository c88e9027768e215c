using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Yonder.Client.Http;

/// <summary>Calls to one gateway: authorises, limits the wait, repeats what may be repeated, and turns failures into the two exceptions.</summary>
internal sealed class GatewayHttp(HttpClient http, GatewayAddress address, string? token, YonderClientOptions options)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private static readonly ProductInfoHeaderValue UserAgent = new("yonder-dotnet", typeof(GatewayHttp).Assembly.GetName().Version?.ToString(3));

    public GatewayAddress Address => address;

    public string? Token => token;

    public HttpClient Client => http;

    public YonderClientOptions Options => options;

    public TimeProvider Time => options.TimeProvider;

    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        => CallAsync(HttpMethod.Get, path, content: null, answer, cancellationToken);

    public async Task<T> CallAsync<T>(HttpMethod method, string path, HttpContent? content, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
    {
        using var limit = Limit(options.Timeout, cancellationToken);
        using var response = await SendWithinAsync(method, path, content, accept: null, limit.Token, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, answer, limit.Token, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a call that takes as long as the server takes, up to a limit of its own.</summary>
    public async Task<T> CallAsync<T>(TimeSpan within, HttpMethod method, string path, HttpContent content, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
    {
        using var limit = Limit(within, cancellationToken);
        using var response = await SendWithinAsync(method, path, content, accept: null, limit.Token, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, answer, limit.Token, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a call whose answer does not matter once it is a success.</summary>
    public async Task CallAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var response = await OpenAsync(method, path, content, accept: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a call whose answer is a stream: only the time until it begins is limited.</summary>
    public async Task<HttpResponseMessage> OpenAsync(HttpMethod method, string path, HttpContent? content, string? accept, CancellationToken cancellationToken)
    {
        using var limit = Limit(options.Timeout, cancellationToken);
        return await SendWithinAsync(method, path, content, accept, limit.Token, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a part of a resource; <see langword="null"/> when it begins behind the end.</summary>
    public async Task<HttpResponseMessage?> OpenRangeAsync(string path, RangeHeaderValue? range, CancellationToken cancellationToken)
    {
        using var limit = Limit(options.Timeout, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, address.Http(path)) { Headers = { Range = range } };
        try
        {
            return await SucceedAsync(request, limit.Token, cancellationToken).ConfigureAwait(false);
        }
        catch (YonderApiException exception) when (exception.Status is HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return null;
        }
    }

    /// <summary>Makes a call whose request is a stream of unknown duration: it is limited by the caller's token alone.</summary>
    public Task<HttpResponseMessage> SendStreamAsync(HttpMethod method, string path, HttpContent content, CancellationToken cancellationToken)
        => SendWithinAsync(method, path, content, accept: null, cancellationToken, cancellationToken);

    /// <summary>Sends a prepared request once, without a limit of its own.</summary>
    public async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken limit, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(Prepare(request), HttpCompletionOption.ResponseHeadersRead, limit).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            throw Translate(exception);
        }
    }

    public static ByteArrayContent Body<T>(T value, JsonTypeInfo<T> type)
        => new(JsonSerializer.SerializeToUtf8Bytes(value, type)) { Headers = { ContentType = Json } };

    public CallLimit Limit(TimeSpan timeout, CancellationToken cancellationToken) => new(timeout, options.TimeProvider, cancellationToken);

    /// <summary>Whether an exception is the network's, the server's or the time limit's, and not the caller's own cancellation.</summary>
    public static bool IsFailure(Exception exception, CancellationToken cancellationToken)
        => exception is HttpRequestException or IOException or JsonException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    public YonderConnectionException Translate(Exception exception) => exception switch
    {
        OperationCanceledException => new YonderConnectionException($"{address.Base} did not answer within {options.Timeout.TotalSeconds:0.#} s.", exception),
        JsonException => new YonderConnectionException($"{address.Base} answered with something that is not understood: {exception.Message}", exception),
        _ => new YonderConnectionException($"{address.Base} cannot be reached: {exception.GetBaseException().Message}", exception),
    };

    private async Task<HttpResponseMessage> SendWithinAsync(
        HttpMethod method, string path, HttpContent? content, string? accept, CancellationToken limit, CancellationToken cancellationToken)
    {
        var attempt = 0;
        while (true)
        {
            attempt++;
            TimeSpan delay;
            try
            {
                using var request = new HttpRequestMessage(method, address.Http(path)) { Content = content };
                request.Headers.Accept.ParseAdd(accept ?? "application/json");
                return await SucceedAsync(request, limit, cancellationToken).ConfigureAwait(false);
            }
            catch (YonderException exception) when (!limit.IsCancellationRequested && RetryRule.Delay(method, exception, attempt, options) is { } wait)
            {
                delay = wait;
            }

            await DelayAsync(delay, limit, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> SucceedAsync(HttpRequestMessage request, CancellationToken limit, CancellationToken cancellationToken)
    {
        var response = await SendOnceAsync(request, limit, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ErrorBody.ReadAsync(response, limit).ConfigureAwait(false);
        }
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> answer, CancellationToken limit, CancellationToken cancellationToken)
    {
        try
        {
            var body = await response.Content.ReadAsStreamAsync(limit).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                return await JsonSerializer.DeserializeAsync(body, answer, limit).ConfigureAwait(false) ?? throw new JsonException("null instead of an object");
            }
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            throw Translate(exception);
        }
    }

    private async Task DelayAsync(TimeSpan delay, CancellationToken limit, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(delay, options.TimeProvider, limit).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (IsFailure(exception, cancellationToken))
        {
            throw Translate(exception);
        }
    }

    private HttpRequestMessage Prepare(HttpRequestMessage request)
    {
        request.Headers.UserAgent.Add(UserAgent);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return request;
    }
}
