namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>What answers at <c>/version</c>.</summary>
internal sealed record EngineVersion
{
    public string? Version { get; init; }

    public string? ApiVersion { get; init; }

    public string? MinApiVersion { get; init; }

    public IReadOnlyList<EngineComponent>? Components { get; init; }
}
