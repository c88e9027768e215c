namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>Whether a container runs, and how it ended.</summary>
internal sealed record ContainerState
{
    public string? Status { get; init; }

    public bool Running { get; init; }

    public bool Paused { get; init; }

    public bool OomKilled { get; init; }

    /// <summary>Gets the main process by the engine's own numbers; 0 when there is none.</summary>
    public int Pid { get; init; }

    public int ExitCode { get; init; }

    public string? Error { get; init; }

    public DateTimeOffset StartedAt { get; init; }
}
