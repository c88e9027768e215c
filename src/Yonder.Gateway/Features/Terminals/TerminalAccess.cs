using Yonder.Gateway.Platform.Terminals;

namespace Yonder.Gateway.Features.Terminals;

/// <summary>What somebody may do with a terminal.</summary>
internal sealed record TerminalAccess
{
    /// <summary>Gets the session.</summary>
    public required TerminalKey Key { get; init; }

    /// <summary>Gets a value indicating whether input is passed on; who may not type only watches.</summary>
    public bool MayType { get; init; } = true;

    /// <summary>Gets a value indicating whether the session is this person's to start, and takes their size.</summary>
    public bool IsOwner { get; init; } = true;

    /// <summary>Gets a value indicating whether the session was made for this socket alone, and ends when it is closed properly.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Gets what fires when the token it rests on is no longer valid.</summary>
    public CancellationToken Revoked { get; init; }

    /// <summary>Gets what fires when the sharing it rests on ends.</summary>
    public CancellationToken Ended { get; init; }
}
