using System.Net.Http.Headers;
using Yonder.Client.Http;
using Yonder.Protocol;
using Yonder.Protocol.Files;

namespace Yonder.Client.Files;

/// <summary>Files in containers. Paths are absolute, or relative to the home directory. Nothing holds a whole file in memory unless its signature says so.</summary>
public sealed class FilesClient
{
    private readonly GatewayHttp _http;

    internal FilesClient(GatewayHttp http) => _http = http;

    /// <summary>Lists a directory.</summary>
    /// <exception cref="YonderApiException">There is no such container or directory (404).</exception>
    public Task<IReadOnlyList<RemoteFile>> ListAsync(string containerId, string path, CancellationToken cancellationToken = default)
        => _http.GetListAsync(PathTo(containerId, "files/list", path), "files", RexecJson.Default.IReadOnlyListRemoteFile, cancellationToken);

    /// <summary>Describes one entry; a symbolic link is described itself. <see langword="null"/> when it does not exist.</summary>
    public async Task<RemoteFile?> StatAsync(string containerId, string path, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _http.GetAsync(PathTo(containerId, "files/stat", path), RexecJson.Default.RemoteFile, cancellationToken).ConfigureAwait(false);
        }
        catch (YonderApiException exception) when (exception is { Status: System.Net.HttpStatusCode.NotFound, Code: FileErrorCode.FileNotFound })
        {
            return null;
        }
    }

    /// <summary>Opens a file to read. Disposing the stream early ends the transfer.</summary>
    /// <param name="containerId">The container.</param>
    /// <param name="path">The file; symbolic links are followed.</param>
    /// <param name="offset">The first byte.</param>
    /// <param name="length">How many bytes at most; to the end when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the opening, not the stream.</param>
    /// <exception cref="YonderApiException">There is no such file (404), or it is a directory (400).</exception>
    public async Task<Stream> OpenReadAsync(string containerId, string path, long offset = 0, long? length = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (length is 0)
        {
            return Stream.Null;
        }

        var range = offset is 0 && length is null ? null : new RangeHeaderValue(offset, length is { } count ? offset + count - 1 : null);
        var response = await _http.OpenRangeAsync(PathTo(containerId, "files", path), range, cancellationToken).ConfigureAwait(false);
        return response is null ? Stream.Null : await DownloadStream.OpenAsync(_http, response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Copies a file into <paramref name="destination"/>; tells the bytes copied so far.</summary>
    public async Task DownloadAsync(string containerId, string path, Stream destination, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var source = await OpenReadAsync(containerId, path, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            await StreamCopy.RunAsync(source, destination, progress, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads a whole file into memory.</summary>
    public async Task<byte[]> DownloadAsync(string containerId, string path, CancellationToken cancellationToken = default)
    {
        using var content = new MemoryStream();
        await DownloadAsync(containerId, path, content, progress: null, cancellationToken).ConfigureAwait(false);
        return content.ToArray();
    }

    /// <summary>Writes a file atomically: until all of it has arrived, the old one stays. Missing parent directories are made.</summary>
    /// <param name="containerId">The container.</param>
    /// <param name="path">The file, by its full path.</param>
    /// <param name="content">What to write, from the stream's position to its end.</param>
    /// <param name="options">Permissions and progress.</param>
    /// <param name="cancellationToken">Stops the writing; the old file stays.</param>
    public async Task UploadAsync(string containerId, string path, Stream content, UploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var body = new UploadContent(content, options?.Progress);
        using var response = await _http.SendStreamAsync(HttpMethod.Post, UploadPath(containerId, path, options), body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a file atomically from memory.</summary>
    public async Task UploadAsync(string containerId, string path, ReadOnlyMemory<byte> content, UploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var body = new ReadOnlyMemoryContent(content);
        using var response = await _http.SendStreamAsync(HttpMethod.Post, UploadPath(containerId, path, options), body, cancellationToken).ConfigureAwait(false);
        options?.Progress?.Report(content.Length);
    }

    /// <summary>Makes a directory and its missing parents. An existing directory is fine.</summary>
    public Task MakeDirectoryAsync(string containerId, string path, CancellationToken cancellationToken = default)
        => _http.CallAsync(HttpMethod.Post, PathTo(containerId, "files/mkdir", path: null), GatewayHttp.Body(new PathRequest(path), RexecJson.Default.PathRequest), cancellationToken);

    /// <summary>Deletes a file, or a directory with everything in it; a symbolic link itself, never its target.</summary>
    public Task DeleteAsync(string containerId, string path, CancellationToken cancellationToken = default)
        => _http.CallAsync(HttpMethod.Delete, PathTo(containerId, "files", path), content: null, cancellationToken);

    /// <summary>Renames a file or directory, replacing an existing file.</summary>
    public Task MoveAsync(string containerId, string source, string target, CancellationToken cancellationToken = default)
        => _http.CallAsync(
            HttpMethod.Post, PathTo(containerId, "files/move", path: null), GatewayHttp.Body(new MoveRequest(source, target), RexecJson.Default.MoveRequest), cancellationToken);

    private static string UploadPath(string containerId, string path, UploadOptions? options)
        => Add(PathTo(containerId, "files", path: null), path).Add("mode", options?.Mode is { } mode ? Convert.ToString((int)mode, 8) : null).ToString();

    private static string PathTo(string containerId, string action, string? path)
    {
        ArgumentException.ThrowIfNullOrEmpty(containerId);
        return Add($"api/containers/{Uri.EscapeDataString(containerId)}/{action}", path).ToString();
    }

    private static Query Add(string route, string? path) => new Query(route).Add("path", path);
}
