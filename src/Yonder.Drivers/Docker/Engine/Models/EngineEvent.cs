using System.Text.Json.Serialization;

namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>Something that happened in the engine.</summary>
internal sealed record EngineEvent
{
    public string? Type { get; init; }

    public string? Action { get; init; }

    public EventActor? Actor { get; init; }

    /// <summary>Gets the second it happened in.</summary>
    [JsonPropertyName("time")]
    public long Time { get; init; }
}
