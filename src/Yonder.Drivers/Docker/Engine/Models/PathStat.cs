using System.Text.Json.Serialization;

namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>What the archive calls tell of a path.</summary>
internal sealed record PathStat
{
    public long Size { get; init; }

    /// <summary>Gets type and permissions in Go's own bits.</summary>
    public uint Mode { get; init; }

    [JsonPropertyName("mtime")]
    public DateTimeOffset ModifiedAt { get; init; }

    public string? LinkTarget { get; init; }
}
