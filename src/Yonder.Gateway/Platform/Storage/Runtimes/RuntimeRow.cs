namespace Yonder.Gateway.Platform.Storage.Runtimes;

/// <summary>A line of the table <c>runtimes</c>.</summary>
internal sealed class RuntimeRow
{
    public required string Id { get; init; }

    public required string OwnerId { get; init; }

    public required string Name { get; init; }

    public required string Driver { get; init; }

    public string? Spec { get; init; }

    public string? Address { get; init; }

    public required string Attributes { get; init; }

    public required string State { get; init; }

    public string? Error { get; init; }

    public string? Reason { get; init; }

    public string? EngineId { get; init; }

    public string? HostAddress { get; init; }

    public required long CreatedAt { get; init; }

    public long? StartedAt { get; init; }

    public required long LastUsedAt { get; init; }
}
