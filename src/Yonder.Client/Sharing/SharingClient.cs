using Yonder.Client.Http;
using Yonder.Protocol;
using Yonder.Protocol.Sharing;

namespace Yonder.Client.Sharing;

/// <summary>Terminals shared with others by a code.</summary>
public sealed class SharingClient
{
    private const string Root = "api/collab";

    private readonly GatewayHttp _http;

    internal SharingClient(GatewayHttp http) => _http = http;

    /// <summary>Shares a container's terminal; give <see cref="Share.ShareCode"/> to others.</summary>
    public Task<Share> StartAsync(ShareRequest request, CancellationToken cancellationToken = default)
        => _http.CallAsync(HttpMethod.Post, Root + "/start", GatewayHttp.Body(request, RexecJson.Default.ShareRequest), RexecJson.Default.Share, cancellationToken);

    /// <summary>Finds out what a code leads to, and joins it.</summary>
    /// <exception cref="YonderApiException">There is no such code (404), it has expired (410), or nobody else may join (403).</exception>
    public Task<JoinedShare> JoinAsync(string code, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        return _http.GetAsync($"{Root}/join/{Uri.EscapeDataString(code)}", RexecJson.Default.JoinedShare, cancellationToken);
    }

    /// <summary>Ends a sharing: everybody but the owner is disconnected.</summary>
    public Task EndAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(sessionId);
        return _http.CallAsync(HttpMethod.Delete, $"{Root}/sessions/{Uri.EscapeDataString(sessionId)}", content: null, cancellationToken);
    }
}
