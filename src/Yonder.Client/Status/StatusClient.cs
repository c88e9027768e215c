using Yonder.Client.Http;
using Yonder.Protocol;
using Yonder.Protocol.Status;

namespace Yonder.Client.Status;

/// <summary>How the gateway itself is.</summary>
public sealed class StatusClient
{
    private readonly GatewayHttp _http;

    internal StatusClient(GatewayHttp http) => _http = http;

    /// <summary>Asks whether the gateway works. Needs no token.</summary>
    public Task<Health> GetHealthAsync(CancellationToken cancellationToken = default) => _http.GetAsync("health", RexecJson.Default.Health, cancellationToken);

    /// <summary>Asks which version the gateway is. Needs no token.</summary>
    public Task<GatewayVersion> GetVersionAsync(CancellationToken cancellationToken = default)
        => _http.GetAsync("api/version", RexecJson.Default.GatewayVersion, cancellationToken);

    /// <summary>Asks which drivers the gateway has, whether each works now, and what mends one that does not.</summary>
    public async Task<IReadOnlyList<DriverView>> GetDriversAsync(CancellationToken cancellationToken = default)
        => (await _http.GetAsync("api/drivers", YonderJson.Default.DriverList, cancellationToken).ConfigureAwait(false)).Drivers;
}
