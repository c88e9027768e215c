using Yonder.Client.Http;
using Yonder.Protocol;
using Yonder.Protocol.Tokens;

namespace Yonder.Client.Tokens;

/// <summary>API tokens of the caller.</summary>
public sealed class TokensClient
{
    private const string Root = "api/tokens";

    private readonly GatewayHttp _http;

    internal TokensClient(GatewayHttp http) => _http = http;

    /// <summary>Makes a token. Its secret is in this answer and in no other.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="scopes">What it may do: <c>read</c>, <c>write</c>, <c>admin</c>; read and write when <see langword="null"/>.</param>
    /// <param name="days">After how many days it stops working; never when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<CreatedToken> CreateAsync(string name, IReadOnlyList<string>? scopes = null, int? days = null, CancellationToken cancellationToken = default)
        => _http.CallAsync(
            HttpMethod.Post, Root, GatewayHttp.Body(new CreateTokenRequest(name, scopes, days), RexecJson.Default.CreateTokenRequest), RexecJson.Default.CreatedToken, cancellationToken);

    /// <summary>Lists the tokens, without their secrets.</summary>
    public Task<IReadOnlyList<ApiToken>> ListAsync(CancellationToken cancellationToken = default)
        => _http.GetListAsync(Root, "tokens", RexecJson.Default.IReadOnlyListApiToken, cancellationToken);

    /// <summary>Revokes a token: it stops working at once.</summary>
    public Task RevokeAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _http.CallAsync(HttpMethod.Delete, $"{Root}/{Uri.EscapeDataString(id)}", content: null, cancellationToken);
    }
}
