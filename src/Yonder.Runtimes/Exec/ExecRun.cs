namespace Yonder.Runtimes.Exec;

/// <summary>How a command is run to its end by <see cref="ExecRunner.RunAsync"/>.</summary>
public sealed record ExecRun
{
    /// <summary>Gets the plain case: no input, 1 MiB of each output, 60 s.</summary>
    public static ExecRun Default { get; } = new();

    /// <summary>Gets what the command reads; nothing when <see langword="null"/>.</summary>
    public Stream? Input { get; init; }

    /// <summary>Gets how many bytes of each output are kept; the rest is read and dropped, so that the command goes on.</summary>
    public int MaxOutput { get; init; } = 1 << 20;

    /// <summary>Gets how long the command may run before it is killed.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets the clock that the timeout is measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
