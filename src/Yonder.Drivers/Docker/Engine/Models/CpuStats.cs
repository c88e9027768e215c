using System.Text.Json.Serialization;

namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>Processor time.</summary>
internal sealed record CpuStats
{
    [JsonPropertyName("cpu_usage")]
    public CpuUsage? Usage { get; init; }

    [JsonPropertyName("online_cpus")]
    public int OnlineCpus { get; init; }
}
