namespace Yonder.Runtimes.Files;

/// <summary>What an entry of a directory is.</summary>
public enum FileKind
{
    /// <summary>A regular file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link.</summary>
    SymbolicLink,

    /// <summary>A device, socket or pipe.</summary>
    Other,
}
