namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>The wish for a new container.</summary>
internal sealed record ContainerCreateRequest
{
    public required string Image { get; init; }

    public string? Hostname { get; init; }

    public string? User { get; init; }

    public string? WorkingDir { get; init; }

    public IReadOnlyList<string>? Env { get; init; }

    /// <summary>Gets what replaces the image's entry point; that of the image stays when <see langword="null"/>.</summary>
    public IReadOnlyList<string>? Entrypoint { get; init; }

    public IReadOnlyList<string>? Cmd { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public required HostConfig HostConfig { get; init; }
}
