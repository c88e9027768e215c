namespace Yonder.Protocol.Status;

/// <summary>Whether a gateway works.</summary>
public sealed record Health
{
    /// <summary>Gets <c>ok</c>, or what is wrong.</summary>
    public string Status { get; init; } = "";

    /// <summary>Gets the state of the database.</summary>
    public string? Database { get; init; }

    /// <summary>Gets the state of the Docker Engine.</summary>
    public string? Docker { get; init; }

    /// <summary>Gets the number of containers.</summary>
    public int? ContainersTotal { get; init; }

    /// <summary>Gets the number of containers that run.</summary>
    public int? ContainersRunning { get; init; }
}
