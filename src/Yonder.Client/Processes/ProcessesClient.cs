using System.Net.WebSockets;
using System.Text.Json;
using Yonder.Client.Http;
using Yonder.Protocol;
using Yonder.Protocol.Containers;

namespace Yonder.Client.Processes;

/// <summary>Runs commands in containers with their streams open: for input, long or binary output, and commands without an end of their own.</summary>
public sealed class ProcessesClient
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    private readonly GatewayHttp _http;

    internal ProcessesClient(GatewayHttp http) => _http = http;

    /// <summary>Starts a command. It lives as long as the result: disposing kills what still runs of it, and so does losing the connection.</summary>
    /// <param name="containerId">The container's id, a prefix of it of 12 characters or more, or its name.</param>
    /// <param name="request">The command; its time is not limited.</param>
    /// <param name="cancellationToken">Stops the starting, not the process.</param>
    /// <exception cref="YonderApiException">There is no such container or program (404), or the container does not run (409).</exception>
    public async Task<RemoteProcess> StartAsync(string containerId, ExecRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(containerId);
        ArgumentNullException.ThrowIfNull(request);
        var socket = await GatewaySocket
            .ConnectAsync(_http, $"ws/exec/{Uri.EscapeDataString(containerId)}", _http.Options.Timeout, KeepAlive, cancellationToken)
            .ConfigureAwait(false);
        var process = new RemoteProcess(_http, socket);
        try
        {
            using var limit = _http.Limit(_http.Options.Timeout, cancellationToken);
            await socket.Socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(request, RexecJson.Default.ExecRequest), WebSocketMessageType.Text, endOfMessage: true, limit.Token).ConfigureAwait(false);
            await process.WaitStartedAsync(limit.Token).ConfigureAwait(false);
            return process;
        }
        catch (Exception exception)
        {
            await process.DisposeAsync().ConfigureAwait(false);
            if (exception is WebSocketException || GatewayHttp.IsFailure(exception, cancellationToken))
            {
                throw _http.Translate(exception);
            }

            throw;
        }
    }
}
