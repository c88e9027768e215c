namespace Yonder.Protocol.Terminals;

/// <summary>A terminal session that runs.</summary>
public sealed record TerminalView
{
    /// <summary>Gets its name: the <c>id</c> to join it with.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the container it runs in.</summary>
    public required string ContainerId { get; init; }

    /// <summary>Gets when it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets its width.</summary>
    public int? Columns { get; init; }

    /// <summary>Gets its height.</summary>
    public int? Rows { get; init; }

    /// <summary>Gets how many clients are on it.</summary>
    public int Clients { get; init; }

    /// <summary>Gets the offset of the oldest output byte that is kept.</summary>
    public long FirstOffset { get; init; }

    /// <summary>Gets the offset of the next output byte.</summary>
    public long NextOffset { get; init; }

    /// <summary>Gets since when no client has been on it.</summary>
    public DateTimeOffset? DetachedSince { get; init; }
}
