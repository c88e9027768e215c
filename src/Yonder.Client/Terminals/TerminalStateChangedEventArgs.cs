namespace Yonder.Client.Terminals;

/// <summary>A change of a terminal's connection.</summary>
/// <param name="state">The new state.</param>
/// <param name="cause">What broke the connection or stopped a try, when something did.</param>
/// <param name="missedBytes">The output that a reconnect found to be gone from the gateway; 0 unless the program printed more than the gateway keeps.</param>
public sealed class TerminalStateChangedEventArgs(TerminalState state, Exception? cause = null, long missedBytes = 0) : EventArgs
{
    /// <summary>Gets the new state.</summary>
    public TerminalState State { get; } = state;

    /// <summary>Gets what broke the connection or stopped a try, when something did.</summary>
    public Exception? Cause { get; } = cause;

    /// <summary>Gets the number of output bytes that this reconnect found to be gone.</summary>
    public long MissedBytes { get; } = missedBytes;
}
