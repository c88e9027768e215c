using Yonder.Client.Files;
using Yonder.Client.Http;
using Yonder.Protocol;
using Yonder.Protocol.Recordings;

namespace Yonder.Client.Recordings;

/// <summary>Recordings of terminals, in asciicast v2.</summary>
public sealed class RecordingsClient
{
    private const string Root = "api/recordings";

    private readonly GatewayHttp _http;

    internal RecordingsClient(GatewayHttp http) => _http = http;

    /// <summary>Lists the caller's recordings.</summary>
    public Task<IReadOnlyList<Recording>> ListAsync(CancellationToken cancellationToken = default)
        => _http.GetListAsync(Root, "recordings", RexecJson.Default.IReadOnlyListRecording, cancellationToken);

    /// <summary>Begins to record a container's terminal.</summary>
    /// <exception cref="YonderApiException">It is recorded already (409).</exception>
    public Task<StartedRecording> StartAsync(string containerId, string? title = null, CancellationToken cancellationToken = default)
        => _http.CallAsync(
            HttpMethod.Post,
            Root + "/start",
            GatewayHttp.Body(new StartRecordingRequest(containerId, title), RexecJson.Default.StartRecordingRequest),
            RexecJson.Default.StartedRecording,
            cancellationToken);

    /// <summary>Ends the recording of a container's terminal.</summary>
    public Task<StoppedRecording> StopAsync(string containerId, CancellationToken cancellationToken = default)
        => _http.CallAsync(HttpMethod.Post, $"{Root}/stop/{Escape(containerId)}", content: null, RexecJson.Default.StoppedRecording, cancellationToken);

    /// <summary>Describes one recording.</summary>
    public Task<Recording> GetAsync(string id, CancellationToken cancellationToken = default)
        => _http.GetAsync($"{Root}/{Escape(id)}", RexecJson.Default.Recording, cancellationToken);

    /// <summary>Opens a recording to read: lines of asciicast v2.</summary>
    public async Task<Stream> OpenReadAsync(string id, CancellationToken cancellationToken = default)
    {
        var response = await _http.OpenAsync(HttpMethod.Get, $"{Root}/{Escape(id)}/stream", content: null, "*/*", cancellationToken).ConfigureAwait(false);
        return await DownloadStream.OpenAsync(_http, response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a recording visible to anyone who has its link, or hides it again.</summary>
    public Task SetPublicAsync(string id, bool isPublic, CancellationToken cancellationToken = default)
        => _http.CallAsync(HttpMethod.Patch, $"{Root}/{Escape(id)}", GatewayHttp.Body(new RecordingUpdate(isPublic), RexecJson.Default.RecordingUpdate), cancellationToken);

    /// <summary>Deletes a recording.</summary>
    public Task DeleteAsync(string id, CancellationToken cancellationToken = default)
        => _http.CallAsync(HttpMethod.Delete, $"{Root}/{Escape(id)}", content: null, cancellationToken);

    private static string Escape(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return Uri.EscapeDataString(id);
    }
}
