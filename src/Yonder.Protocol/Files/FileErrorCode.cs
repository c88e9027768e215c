namespace Yonder.Protocol.Files;

/// <summary>Error codes of file operations that clients act on.</summary>
public static class FileErrorCode
{
    /// <summary>The container exists and the file does not.</summary>
    public const string FileNotFound = "file_not_found";
}
