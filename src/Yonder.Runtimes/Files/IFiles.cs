namespace Yonder.Runtimes.Files;

/// <summary>The runtime's file system. Relative paths are relative to <see cref="RuntimeInfo.Home"/>. Nothing holds a whole file in memory.</summary>
/// <remarks>Every method throws <see cref="RuntimeException"/> with <see cref="RuntimeError.NotFound"/>, <see cref="RuntimeError.AccessDenied"/>, <see cref="RuntimeError.NotDirectory"/>, <see cref="RuntimeError.IsDirectory"/> or <see cref="RuntimeError.NoSpace"/> where the path or the place demands it.</remarks>
public interface IFiles
{
    /// <summary>Describes one entry; <see langword="null"/> when it does not exist.</summary>
    /// <param name="path">The entry.</param>
    /// <param name="followLink">Whether a symbolic link is followed; a dangling one is then <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    ValueTask<FileEntry?> StatAsync(RemotePath path, bool followLink = true, CancellationToken cancellationToken = default);

    /// <summary>Lists a directory, in no order, without <c>.</c> and <c>..</c>; links are described themselves, not followed.</summary>
    IAsyncEnumerable<FileEntry> ListAsync(RemotePath directory, CancellationToken cancellationToken = default);

    /// <summary>Opens a file to read, following links.</summary>
    /// <param name="path">The file.</param>
    /// <param name="offset">The first byte; at or past the end, the stream is empty.</param>
    /// <param name="length">How many bytes at most; to the end when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the opening, not the stream.</param>
    ValueTask<Stream> OpenReadAsync(RemotePath path, long offset = 0, long? length = null, CancellationToken cancellationToken = default);

    /// <summary>Writes a whole file atomically: a reader sees the old content or the new, and a failure leaves the old.</summary>
    /// <remarks>A link is followed, so that its target is replaced. The mode of an existing file is kept unless <see cref="FileWriteOptions.Mode"/> says otherwise.</remarks>
    ValueTask WriteAsync(RemotePath path, Stream content, FileWriteOptions options, CancellationToken cancellationToken = default);

    /// <summary>Makes a directory and its missing parents. An existing directory is fine.</summary>
    ValueTask MakeDirectoryAsync(RemotePath path, CancellationToken cancellationToken = default);

    /// <summary>Renames an entry, replacing an existing file atomically.</summary>
    ValueTask MoveAsync(RemotePath source, RemotePath target, CancellationToken cancellationToken = default);

    /// <summary>Deletes an entry; a link itself, never its target. A directory with entries needs <paramref name="recursive"/>.</summary>
    ValueTask DeleteAsync(RemotePath path, bool recursive = false, CancellationToken cancellationToken = default);
}
