namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>The answer to the create of an exec.</summary>
internal sealed record ExecCreated
{
    public required string Id { get; init; }
}
