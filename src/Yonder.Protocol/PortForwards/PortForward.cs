namespace Yonder.Protocol.PortForwards;

/// <summary>A way to a port inside a container.</summary>
public sealed record PortForward
{
    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name given to it.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the container.</summary>
    public string ContainerId { get; init; } = "";

    /// <summary>Gets the port in the container.</summary>
    public int ContainerPort { get; init; }

    /// <summary>Gets the port that the gateway listens on for it.</summary>
    public int? LocalPort { get; init; }

    /// <summary>Gets the protocol, <c>tcp</c>.</summary>
    public string Protocol { get; init; } = "tcp";

    /// <summary>Gets a value indicating whether it works now.</summary>
    public bool IsActive { get; init; }

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the address of the socket that carries one connection.</summary>
    public string? WebsocketUrl { get; init; }

    /// <summary>Gets the address under which the gateway passes HTTP on.</summary>
    public string? ProxyUrl { get; init; }

    /// <summary>Gets a value indicating whether the proxy address works for anybody who knows it.</summary>
    public bool Public { get; init; }

    /// <summary>Gets why it does not work now.</summary>
    public string? Error { get; init; }
}
