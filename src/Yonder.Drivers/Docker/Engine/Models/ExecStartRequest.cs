namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>Starts an exec.</summary>
internal sealed record ExecStartRequest
{
    public bool Detach { get; init; }

    public bool Tty { get; init; }
}
