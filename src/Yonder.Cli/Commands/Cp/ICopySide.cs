namespace Yonder.Cli.Commands.Cp;

/// <summary>A file system to copy from or to: this machine's, or a container's.</summary>
internal interface ICopySide
{
    /// <summary>Lists what is to be copied, directories before what is in them; <paramref name="path"/> itself first.</summary>
    IAsyncEnumerable<CopyItem> WalkAsync(string path, CancellationToken cancellationToken);

    Task<bool> IsDirectoryAsync(string path, CancellationToken cancellationToken);

    Task<Stream> OpenReadAsync(string path, CancellationToken cancellationToken);

    /// <summary>Writes a file whole or not at all.</summary>
    Task WriteAsync(string path, Stream content, UnixFileMode mode, IProgress<long> progress, CancellationToken cancellationToken);

    Task MakeDirectoryAsync(string path, CancellationToken cancellationToken);

    Task MakeLinkAsync(string path, string target, CancellationToken cancellationToken);
}
