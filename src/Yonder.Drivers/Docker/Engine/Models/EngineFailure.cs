namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>The body of an answer that is an error.</summary>
internal sealed record EngineFailure
{
    public string? Message { get; init; }
}
