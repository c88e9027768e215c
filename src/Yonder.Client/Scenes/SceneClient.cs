using Yonder.Protocol.Scenes;

namespace Yonder.Client.Scenes;

/// <summary>
/// Talks to a scene server: sends events of the program's own, receives what the server says. Introduces itself when it connects.
/// Safe to use from many threads; events leave in the order in which they were given.
/// </summary>
/// <example><code>
/// await using var client = new SceneClient(new Uri("ws://localhost:8012"));
/// await client.ConnectAsync();
/// client.Post(new ClientEvent("HELLO", new SceneMap { ["message"] = "Hi!" }));
/// </code></example>
/// <param name="options">Where and how to connect; the environment and the defaults say it when left out.</param>
public sealed partial class SceneClient(SceneClientOptions? options = null) : IAsyncDisposable
{
    private readonly SceneClientOptions _options = options ?? new SceneClientOptions();
    private readonly SemaphoreSlim _connecting = new(1, 1);
    private volatile SceneConnection? _connection;

    /// <summary>A client that is not connected yet.</summary>
    public SceneClient(Uri uri)
        : this(new SceneClientOptions { Uri = uri })
    {
    }

    /// <summary>The server.</summary>
    public Uri Uri => _options.Uri;

    /// <summary>There is a connection now. It turns false by itself when the server goes away.</summary>
    public bool IsConnected => _connection is { IsOpen: true };

    /// <summary>Events that were left out because the server did not keep up; the server is told this number too.</summary>
    public long Dropped => _connection?.Outbox.Dropped ?? 0;

    /// <summary>Received events that were left out because the program did not take them.</summary>
    public long Missed => _connection?.Inbox.Missed ?? 0;

    /// <summary>Connects and introduces this client. When there is a connection, it is closed first.</summary>
    /// <exception cref="SceneException">Nobody answers, or not as a scene server.</exception>
    public async Task ConnectAsync(CancellationToken cancellationToken = default)
    {
        await _connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await EndAsync().ConfigureAwait(false);
            _connection = await SceneConnection.OpenAsync(_options, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _connecting.Release();
        }
    }

    /// <summary>Sends what was given, says goodbye and disconnects. May be called at any time, and again.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken = default)
    {
        await _connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await EndAsync().ConfigureAwait(false);
        }
        finally
        {
            _connecting.Release();
        }
    }

    /// <summary>Closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        _connecting.Dispose();
    }

    private async Task EndAsync()
    {
        if (_connection is { } connection)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private SceneConnection Require() => _connection is { CanSend: true } connection
        ? connection
        : throw new SceneException(SceneError.NotConnected, $"Not connected to {Uri}: call {nameof(ConnectAsync)} first.", _connection?.Fault);
}
