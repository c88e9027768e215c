using System.Text.Json.Serialization;

namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>Processor time in nanoseconds.</summary>
internal sealed record CpuUsage
{
    [JsonPropertyName("total_usage")]
    public ulong Total { get; init; }
}
