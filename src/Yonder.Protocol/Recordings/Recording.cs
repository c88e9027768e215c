namespace Yonder.Protocol.Recordings;

/// <summary>A recording of a terminal, in asciicast v2.</summary>
public sealed record Recording
{
    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what it is called.</summary>
    public string? Title { get; init; }

    /// <summary>Gets how long it is.</summary>
    public long DurationMs { get; init; }

    /// <summary>Gets how long it is, in words.</summary>
    public string? Duration { get; init; }

    /// <summary>Gets its size.</summary>
    public long SizeBytes { get; init; }

    /// <summary>Gets a value indicating whether anyone who has the link may see it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Gets the name under which it is public.</summary>
    public string? ShareToken { get; init; }

    /// <summary>Gets the path of its public page.</summary>
    public string? ShareUrl { get; init; }

    /// <summary>Gets the container it was made of.</summary>
    public string? ContainerId { get; init; }

    /// <summary>Gets <c>recording</c> or <c>done</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Gets the number of its events.</summary>
    public long? EventsCount { get; init; }

    /// <summary>Gets why it ended, when that was not its owner's wish.</summary>
    public string? EndedBy { get; init; }

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
