using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Terminals;

namespace Yonder.Runtimes.Keeper;

/// <summary>How a kept terminal or process is doing.</summary>
public sealed record KeptInfo
{
    /// <summary>Gets its name.</summary>
    public required KeptKey Key { get; init; }

    /// <summary>Gets the runtime it runs in.</summary>
    public required RuntimeId Runtime { get; init; }

    /// <summary>Gets what it is.</summary>
    public required KeptKind Kind { get; init; }

    /// <summary>Gets when it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets when it ended; <see langword="null"/> while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Gets how it ended; <see langword="null"/> while it runs, and when <see cref="Failure"/> says why that is unknown.</summary>
    public ExitStatus? Exit { get; init; }

    /// <summary>Gets what went wrong, as a sentence: the connection was lost, or it was ended at one of its limits.</summary>
    public string? Failure { get; init; }

    /// <summary>Gets a terminal's size.</summary>
    public TerminalSize? Size { get; init; }

    /// <summary>Gets the offset of the oldest byte of the main output that can still be read.</summary>
    public long Start { get; init; }

    /// <summary>Gets the offset behind the newest byte of the main output.</summary>
    public long End { get; init; }

    /// <summary>Gets a value indicating whether the disk does not take its output now, so that only what fits into memory is kept.</summary>
    public bool IsStorageFailing { get; init; }

    /// <summary>Gets how many viewers are attached.</summary>
    public int Viewers { get; init; }

    /// <summary>Gets since when nobody has been attached; <see langword="null"/> while somebody is.</summary>
    public DateTimeOffset? DetachedSince { get; init; }

    /// <summary>Gets a value indicating whether it still runs.</summary>
    public bool IsRunning => EndedAt is null;
}
