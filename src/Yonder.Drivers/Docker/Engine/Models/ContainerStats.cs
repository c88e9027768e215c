using System.Text.Json.Serialization;

namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>One sample of what a container consumes.</summary>
internal sealed record ContainerStats
{
    [JsonPropertyName("cpu_stats")]
    public CpuStats? Cpu { get; init; }

    [JsonPropertyName("memory_stats")]
    public MemoryStats? Memory { get; init; }

    [JsonPropertyName("pids_stats")]
    public PidsStats? Pids { get; init; }

    [JsonPropertyName("blkio_stats")]
    public BlockStats? Blocks { get; init; }

    public IReadOnlyDictionary<string, InterfaceStats>? Networks { get; init; }
}
