using Yonder.Client.Http;
using Yonder.Protocol;
using Yonder.Protocol.Terminals;

namespace Yonder.Client.Terminals;

/// <summary>Opens terminals in containers.</summary>
public sealed class TerminalsClient
{
    private readonly GatewayHttp _http;

    internal TerminalsClient(GatewayHttp http) => _http = http;

    /// <summary>Opens a terminal, or joins the session that <see cref="TerminalOptions.SessionId"/> names. Waits while the container is still being created.</summary>
    /// <param name="containerId">The container's id, a prefix of it of 12 characters or more, or its name.</param>
    /// <param name="options">Size, session and patience.</param>
    /// <param name="cancellationToken">Stops the connecting, not the terminal.</param>
    /// <exception cref="YonderApiException">The gateway refused: no such container, or one that does not run.</exception>
    /// <exception cref="YonderConnectionException">The gateway could not be reached in time.</exception>
    public async Task<Terminal> ConnectAsync(string containerId, TerminalOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(containerId);
        options ??= new TerminalOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Columns, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Rows, nameof(options));
        var dialer = new TerminalDialer(_http, containerId, options);
        var first = await dialer.DialAsync(options.Since, options.Columns, options.Rows, cancellationToken).ConfigureAwait(false);
        return new Terminal(new TerminalLink(dialer, first, options, _http.Time));
    }

    /// <summary>Lists the sessions that run, of one container or of all.</summary>
    public Task<IReadOnlyList<TerminalView>> ListAsync(string? containerId = null, CancellationToken cancellationToken = default)
        => _http.GetListAsync(new Query("api/terminals").Add("container", containerId).ToString(), "terminals", YonderJson.Default.IReadOnlyListTerminalView, cancellationToken);

    /// <summary>Ends a session: its programs are hung up.</summary>
    public Task EndAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(sessionId);
        return _http.CallAsync(HttpMethod.Delete, $"api/terminals/{Uri.EscapeDataString(sessionId)}", content: null, cancellationToken);
    }
}
