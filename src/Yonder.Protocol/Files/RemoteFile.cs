using System.Text.Json.Serialization;

namespace Yonder.Protocol.Files;

/// <summary>One entry of a directory.</summary>
public sealed record RemoteFile
{
    /// <summary>Gets the last part of the path.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the absolute path.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Gets the kind and permissions as <c>ls -l</c> shows them, e.g. <c>drwxr-xr-x</c>.</summary>
    public string Mode { get; init; } = "";

    /// <summary>Gets when the content last changed.</summary>
    public DateTimeOffset? ModTime { get; init; }

    /// <summary>Gets a value indicating whether it is a directory.</summary>
    public bool IsDir { get; init; }

    /// <summary>Gets where a symbolic link points, as written in it.</summary>
    public string? LinkTarget { get; init; }

    // Older clients bind only these names.
    [JsonInclude]
    [JsonPropertyName("modTime")]
    internal DateTimeOffset? ModTimeTwin
    {
        get => ModTime;
        init { } // read by name above: without a setter the serializer throws when it reads this one
    }

    [JsonInclude]
    [JsonPropertyName("isDir")]
    internal bool IsDirTwin
    {
        get => IsDir;
        init { } // read by name above: without a setter the serializer throws when it reads this one
    }
}
