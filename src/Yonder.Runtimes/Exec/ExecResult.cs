namespace Yonder.Runtimes.Exec;

/// <summary>What a command that was run to its end left.</summary>
/// <param name="Status">How it ended; <see langword="null"/> when it ran out of time and was killed.</param>
/// <param name="Output">The start of its standard output.</param>
/// <param name="Error">The start of its standard error.</param>
/// <param name="IsTruncated">Whether either output was longer than what was kept.</param>
/// <param name="Elapsed">How long it ran.</param>
public sealed record ExecResult(ExitStatus? Status, ReadOnlyMemory<byte> Output, ReadOnlyMemory<byte> Error, bool IsTruncated, TimeSpan Elapsed)
{
    /// <summary>Gets a value indicating whether it ran out of time and was killed.</summary>
    public bool IsTimedOut => Status is null;
}
