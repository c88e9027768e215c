using System.Text.Json.Serialization;

namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>One line of a pull's progress.</summary>
internal sealed record PullMessage
{
    public string? Id { get; init; }

    public string? Status { get; init; }

    public string? Error { get; init; }

    [JsonPropertyName("progressDetail")]
    public PullAmount? Amount { get; init; }
}
