namespace Yonder.Runtimes.Files;

/// <summary>One entry of a file system.</summary>
public sealed record FileEntry
{
    /// <summary>Gets the absolute path.</summary>
    public required RemotePath Path { get; init; }

    /// <summary>Gets what it is.</summary>
    public required FileKind Kind { get; init; }

    /// <summary>Gets the size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Gets the permission bits, octal 0 to 07777.</summary>
    public required int Mode { get; init; }

    /// <summary>Gets when the content last changed.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>Gets where a symbolic link points, as written in it.</summary>
    public RemotePath? LinkTarget { get; init; }
}
