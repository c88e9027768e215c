using System.Text.Json.Serialization;

namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>Bytes of one kind to one device.</summary>
internal sealed record BlockCounter
{
    [JsonPropertyName("op")]
    public string? Operation { get; init; }

    public ulong Value { get; init; }
}
