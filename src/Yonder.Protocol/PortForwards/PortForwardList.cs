namespace Yonder.Protocol.PortForwards;

/// <summary>The port forwards of a container.</summary>
/// <param name="Forwards">All of them.</param>
/// <param name="Count">How many there are.</param>
public sealed record PortForwardList(IReadOnlyList<PortForward> Forwards, int Count);
