using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Terminals;

namespace Yonder.Runtimes.Keeper;

/// <summary>What to start, where, and how long to keep it. Plain data: the keeper may be another process.</summary>
public sealed record KeepSpec
{
    /// <summary>Gets the name to keep it under.</summary>
    public required KeptKey Key { get; init; }

    /// <summary>Gets the runtime to start it in.</summary>
    public required RuntimeId Runtime { get; init; }

    /// <summary>Gets the terminal to open; exactly one of this and <see cref="Process"/> is given.</summary>
    public TerminalSpec? Terminal { get; init; }

    /// <summary>Gets the process to start.</summary>
    public ExecSpec? Process { get; init; }

    /// <summary>Gets how many bytes of each output stay readable for those who come back.</summary>
    public long Retention { get; init; } = 16 * 1024 * 1024;

    /// <summary>Gets how many bytes it may print beyond what a viewer has read while nobody watches, before it has to wait for one; <see cref="long.MaxValue"/> lets it go on and the oldest go.</summary>
    public long UnattendedLimit { get; init; } = 8 * 1024 * 1024;

    /// <summary>
    /// Gets how long its main output waits for the first viewer as if that were there already: between the start and the first
    /// attachment a quick program could print more than is kept. <see cref="TimeSpan.Zero"/> does not wait.
    /// </summary>
    public TimeSpan FirstViewerGrace { get; init; }

    /// <summary>Gets how long it may run without a viewer before it is ended; <see langword="null"/> for ever.</summary>
    public TimeSpan? DetachedLimit { get; init; }

    /// <summary>Gets how long it may run without input and output before it is ended; <see langword="null"/> for ever.</summary>
    public TimeSpan? IdleLimit { get; init; }
}
