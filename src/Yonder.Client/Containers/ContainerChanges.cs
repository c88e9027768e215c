using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Yonder.Client.Http;
using Yonder.Protocol;

namespace Yonder.Client.Containers;

/// <summary>Reads the events socket.</summary>
internal static class ContainerChanges
{
    /// <summary>The list that comes first has all containers in it.</summary>
    private const int MaxMessage = 16 * 1024 * 1024;

    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public static async IAsyncEnumerable<ContainerChange> ReadAsync(GatewayHttp http, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var socket = await GatewaySocket.ConnectAsync(http, "api/containers/events", http.Options.Timeout, KeepAlive, cancellationToken).ConfigureAwait(false);
        using var message = new MemoryStream();
        while (await ReceiveAsync(http, socket.Socket, message, cancellationToken).ConfigureAwait(false))
        {
            if (Parse(http, message.GetBuffer().AsMemory(0, (int)message.Length)) is { } change)
            {
                yield return change;
            }
        }
    }

    private static ContainerChange? Parse(GatewayHttp http, ReadOnlyMemory<byte> message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            var frame = document.RootElement;
            var type = frame.GetProperty("type").GetString() ?? "";
            var change = new ContainerChange(type, frame.TryGetProperty("timestamp", out var time) ? time.GetDateTimeOffset() : default);
            return type is "ping" or "pong" || !frame.TryGetProperty("container", out var about) ? null : Fill(change, about);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw http.Translate(new JsonException("an event has another shape", exception));
        }
    }

    private static ContainerChange Fill(ContainerChange change, JsonElement about) => change.Type switch
    {
        "list" => change with { Containers = about.Deserialize(RexecJson.Default.ContainerList)?.Containers ?? [] },
        "progress" when about.Deserialize(RexecJson.Default.ContainerProgress) is { } progress
            => change with { Progress = progress, ContainerId = progress.Id, Container = progress.Container },
        "created" or "updated" or "started" or "stopped" when about.Deserialize(RexecJson.Default.Container) is { } container
            => change with { Container = container, ContainerId = container.Id },
        _ => change with { ContainerId = about.TryGetProperty("id", out var id) ? id.GetString() : null },
    };

    private static async ValueTask<bool> ReceiveAsync(GatewayHttp http, WebSocket socket, MemoryStream message, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        message.SetLength(0);
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
                if (received.MessageType is WebSocketMessageType.Close)
                {
                    return false;
                }

                message.Write(buffer.AsSpan(0, received.Count));
                if (received.EndOfMessage)
                {
                    return true;
                }

                if (message.Length > MaxMessage)
                {
                    throw new YonderConnectionException("The gateway sent an event that is too long.");
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or IOException)
        {
            throw http.Translate(exception);
        }
    }
}
