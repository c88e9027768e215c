using Yonder.Protocol.Scenes;
using Yonder.Protocol.Scenes.Events;

namespace Yonder.Client.Scenes;

/// <summary>Receiving: one event, or all.</summary>
public sealed partial class SceneClient : IAsyncEnumerable<SceneEvent>
{
    /// <summary>The next event of the server.</summary>
    /// <param name="timeout">How long to wait; for ever when left out.</param>
    /// <param name="cancellationToken">Gives up waiting; nothing is lost by it.</param>
    /// <returns>Null when the time is over or the connection was closed in good order.</returns>
    /// <exception cref="SceneException">There is no connection, it was lost, or the server sent what is no message.</exception>
    public ValueTask<SceneEvent?> ReceiveAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _connection is { } connection
            ? connection.Inbox.TakeAsync(timeout, cancellationToken)
            : throw new SceneException(SceneError.NotConnected, $"Not connected to {Uri}: call {nameof(ConnectAsync)} first.");

    /// <summary>Every event of the server, until the connection is closed.</summary>
    public async IAsyncEnumerator<SceneEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        while (await ReceiveAsync(timeout: null, cancellationToken).ConfigureAwait(false) is { } message)
        {
            yield return message;
        }
    }
}
