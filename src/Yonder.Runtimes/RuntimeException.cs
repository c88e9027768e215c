namespace Yonder.Runtimes;

/// <summary>A runtime operation failed. The only exception type that crosses the driver boundary.</summary>
/// <remarks>The message reaches remote callers: it says what to do and holds no secrets and no paths of the gateway's own.</remarks>
public sealed class RuntimeException(RuntimeError error, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Gets why it failed.</summary>
    public RuntimeError Error { get; } = error;

    /// <summary>Gets a value indicating whether trying again could succeed.</summary>
    public bool IsTransient => Error is RuntimeError.Unreachable or RuntimeError.TimedOut;
}
