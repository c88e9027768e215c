namespace Yonder.Runtimes.Files;

/// <summary>How a file is written.</summary>
public sealed record FileWriteOptions
{
    /// <summary>Gets the plain case: mode 0644 for a new file, parents made.</summary>
    public static FileWriteOptions Default { get; } = new();

    /// <summary>Gets the permission bits (octal 0 to 07777); a new file gets 0644 and an existing one keeps its own when <see langword="null"/>.</summary>
    public int? Mode { get; init; }

    /// <summary>Gets a value indicating whether missing parent directories are made.</summary>
    public bool CreateParents { get; init; } = true;

    /// <summary>Gets the number of bytes that will come, when known: a shorter content is then an error and leaves the old file.</summary>
    public long? Length { get; init; }
}
