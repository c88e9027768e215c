using System.Text.Json.Serialization;

namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>The part of <c>/info</c> that limits are checked against.</summary>
internal sealed record EngineCapacity
{
    [JsonPropertyName("NCPU")]
    public int ProcessorCount { get; init; }

    [JsonPropertyName("MemTotal")]
    public long MemoryBytes { get; init; }
}
