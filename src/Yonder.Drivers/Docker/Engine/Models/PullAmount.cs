namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>How much of a layer is there.</summary>
internal sealed record PullAmount
{
    public long? Current { get; init; }

    public long? Total { get; init; }
}
