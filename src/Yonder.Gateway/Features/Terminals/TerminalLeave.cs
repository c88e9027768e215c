namespace Yonder.Gateway.Features.Terminals;

/// <summary>How a client and its session parted.</summary>
internal enum TerminalLeave
{
    /// <summary>The client was cut off and may come back.</summary>
    Lost,

    /// <summary>The client closed its socket.</summary>
    Closed,

    /// <summary>The program ended, and the client has all of its output.</summary>
    Drained,

    /// <summary>We closed the socket; the session goes on.</summary>
    SentAway,
}
