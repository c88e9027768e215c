namespace Yonder.Client.Files;

/// <summary>How a file is written.</summary>
public sealed record UploadOptions
{
    /// <summary>Gets the permissions; a new file is readable by all and writable by its owner, and an existing one keeps its own, when <see langword="null"/>.</summary>
    public UnixFileMode? Mode { get; init; }

    /// <summary>Gets who is told the bytes sent so far.</summary>
    public IProgress<long>? Progress { get; init; }
}
