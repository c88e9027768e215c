using System.Text.Json.Serialization;

namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>Traffic of one network interface.</summary>
internal sealed record InterfaceStats
{
    [JsonPropertyName("rx_bytes")]
    public ulong Received { get; init; }

    [JsonPropertyName("tx_bytes")]
    public ulong Sent { get; init; }
}
