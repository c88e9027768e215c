using System.Globalization;
using System.Net.WebSockets;

namespace Yonder.Bench.Harness;

/// <summary>Terminals and files of the gateway under test.</summary>
internal static class GatewayTerminals
{
    public static Task<ClientWebSocket> OpenSocketAsync(
        this GatewayProcess gateway, string id, CancellationToken cancellationToken, string? session = null, long? since = null)
    {
        var query = "cols=80&rows=24";
        query += session is null ? "" : $"&id={session}";
        query += since is null ? "" : string.Create(CultureInfo.InvariantCulture, $"&since={since}");
        return SocketTerminal.OpenAsync(new Uri($"ws://{gateway.Address.Authority}/ws/terminal/{id}?{query}"), cancellationToken);
    }

    public static async Task<ITerminalPeer> OpenTerminalAsync(this GatewayProcess gateway, string id, CancellationToken cancellationToken)
        => new SocketTerminal(await gateway.OpenSocketAsync(id, cancellationToken));

    public static async Task UploadAsync(this GatewayProcess gateway, string id, string path, string file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file);
        using var body = new StreamContent(content, 1 << 18);
        using var response = await gateway.Http.PostAsync($"api/containers/{id}/files?path={Uri.EscapeDataString(path)}", body, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public static async Task DownloadAsync(this GatewayProcess gateway, string id, string path, string file, CancellationToken cancellationToken)
    {
        await using var content = await gateway.Http.GetStreamAsync(new Uri($"api/containers/{id}/files?path={Uri.EscapeDataString(path)}", UriKind.Relative), cancellationToken);
        await using var target = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 0);
        await content.CopyToAsync(target, 1 << 18, cancellationToken);
    }
}
