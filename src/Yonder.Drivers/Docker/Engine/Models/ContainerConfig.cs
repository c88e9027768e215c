namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>What a container was made with.</summary>
internal sealed record ContainerConfig
{
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public string? User { get; init; }

    public IReadOnlyList<string>? Env { get; init; }

    public string? WorkingDir { get; init; }
}
