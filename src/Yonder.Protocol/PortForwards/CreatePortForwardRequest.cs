namespace Yonder.Protocol.PortForwards;

/// <summary>What to forward.</summary>
/// <param name="ContainerPort">The port in the container.</param>
/// <param name="LocalPort">The port for the gateway to listen on; 0 picks a free one.</param>
/// <param name="Name">A name to know it by.</param>
/// <param name="ContainerId">The container, where a client repeats it.</param>
public sealed record CreatePortForwardRequest(int ContainerPort, int? LocalPort = null, string? Name = null, string? ContainerId = null)
{
    /// <summary>Gets a value indicating whether anybody who knows the proxy address may use it; the caller's own credentials are asked for otherwise.</summary>
    public bool Public { get; init; }
}
