using System.Text.Json.Serialization;

namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>Traffic to block devices.</summary>
internal sealed record BlockStats
{
    [JsonPropertyName("io_service_bytes_recursive")]
    public IReadOnlyList<BlockCounter>? Bytes { get; init; }
}
