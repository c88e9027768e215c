using Yonder.Runtimes.Terminals;

namespace Yonder.Gateway.Platform.Terminals;

/// <summary>A session to join, or to start when there is none.</summary>
internal sealed record TerminalRequest
{
    public required TerminalKey Key { get; init; }

    /// <summary>Gets what to start.</summary>
    public required TerminalSpec Spec { get; init; }

    /// <summary>Gets a value indicating whether nobody comes back to it once its client is gone for longer than the grace period.</summary>
    public bool IsFleeting { get; init; }

    /// <summary>Gets a value indicating whether only a session that is there will do, be it ended.</summary>
    public bool MustExist { get; init; }
}
