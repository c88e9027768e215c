using System.Net.WebSockets;
using Yonder.Protocol.Scenes;
using Yonder.Protocol.Scenes.Packing;
using Yonder.Protocol.Scenes.Transport;

namespace Yonder.Client.Scenes;

/// <summary>One open connection and what it needs as long as it lives.</summary>
internal sealed class SceneLink : IDisposable
{
    private readonly HttpMessageInvoker _invoker;

    private SceneLink(HttpMessageInvoker invoker, SceneSocket socket)
    {
        _invoker = invoker;
        Socket = socket;
    }

    public SceneSocket Socket { get; }

    /// <summary>Opens a connection and introduces this client, before anything else is sent.</summary>
    public static async Task<SceneLink> OpenAsync(SceneClientOptions options, Outbox outbox, CancellationToken cancellationToken)
    {
        CoalescingStream? stream = null;
        var invoker = new HttpMessageInvoker(Transport(options, opened => stream = opened), disposeHandler: true);
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.KeepAliveInterval = options.PingInterval;
            socket.Options.KeepAliveTimeout = options.PingTimeout;
            options.ConfigureSocket?.Invoke(socket.Options);
            using var limit = new CancellationTokenSource(options.ConnectTimeout, options.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            await socket.ConnectAsync(options.Uri, invoker, either.Token).ConfigureAwait(false);

            var link = new SceneLink(invoker, new SceneSocket(socket, stream, isClient: true, outbox, new PackLimits(options.MaxMessageBytes, options.MaxDepth))
            {
                // The receiving side notices too, and it is the one that acts on it.
                SendFailed = _ => socket.Abort(),
            });
            await link.IntroduceAsync(options.Time, either.Token).ConfigureAwait(false);
            return link;
        }
        catch (Exception e) when (IsRefusal(e) && !cancellationToken.IsCancellationRequested)
        {
            Close(socket, invoker);
            throw new SceneException(SceneError.Refused, $"No scene server answers at {options.Uri}: {e.GetBaseException().Message}", e);
        }
        catch
        {
            Close(socket, invoker);
            throw;
        }
    }

    public void Dispose()
    {
        Socket.Dispose();
        _invoker.Dispose();
    }

    private static SocketsHttpHandler Transport(SceneClientOptions options, Action<CoalescingStream> opened)
    {
        var handler = new SocketsHttpHandler
        {
            PlaintextStreamFilter = (context, _) =>
            {
                var stream = new CoalescingStream(context.PlaintextStream);
                opened(stream);
                return new ValueTask<Stream>(stream);
            },
        };
        if (!options.VerifyCertificates)
        {
#pragma warning disable CA5359 // The program asked for it, for tunnels that show certificates of their own.
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        options.ConfigureTransport?.Invoke(handler);
        return handler;
    }

    private static bool IsRefusal(Exception e) => e is WebSocketException or HttpRequestException or IOException or OperationCanceledException;

    private static void Close(ClientWebSocket socket, HttpMessageInvoker invoker)
    {
        socket.Dispose();
        invoker.Dispose();
    }

    private async Task IntroduceAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var buffer = new PackBuffer();
        var writer = new PackWriter(buffer);
        SceneInit.Create(time).Write(ref writer, time.GetUtcNow().ToUnixTimeMilliseconds());
        writer.Flush();
        await Socket.SendFirstAsync(buffer.Written, cancellationToken).ConfigureAwait(false);
    }
}
