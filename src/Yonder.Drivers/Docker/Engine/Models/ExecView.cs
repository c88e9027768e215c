namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>An exec as the engine describes it.</summary>
internal sealed record ExecView
{
    public bool Running { get; init; }

    public int? ExitCode { get; init; }

    /// <summary>Gets the process by the engine's own numbers; 0 before it has started. Podman forgets it at the end, Docker does not.</summary>
    public int Pid { get; init; }
}
