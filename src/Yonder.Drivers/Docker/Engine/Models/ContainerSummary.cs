namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>A container in a list.</summary>
internal sealed record ContainerSummary
{
    public required string Id { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }
}
