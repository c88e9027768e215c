namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>New limits of a container; what is <see langword="null"/> stays.</summary>
internal sealed record ContainerUpdate
{
    public long? Memory { get; init; }

    public long? MemorySwap { get; init; }

    public long? NanoCpus { get; init; }

    public long? PidsLimit { get; init; }
}
