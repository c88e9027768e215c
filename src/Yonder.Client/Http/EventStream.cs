using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Yonder.Client.Http;

/// <summary>Reads server-sent events, each of which is one JSON object.</summary>
internal static class EventStream
{
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        GatewayHttp http, HttpResponseMessage response, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var disposing = body.ConfigureAwait(false);
        var events = SseParser.Create(body, (_, data) => JsonSerializer.Deserialize(data, type)).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var ending = events.ConfigureAwait(false);
        while (await MoveAsync(http, events, cancellationToken).ConfigureAwait(false))
        {
            if (events.Current.Data is { } item)
            {
                yield return item;
            }
        }
    }

    private static async ValueTask<bool> MoveAsync<T>(GatewayHttp http, IAsyncEnumerator<SseItem<T?>> events, CancellationToken cancellationToken)
    {
        try
        {
            return await events.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (GatewayHttp.IsFailure(exception, cancellationToken))
        {
            throw http.Translate(exception);
        }
    }
}
