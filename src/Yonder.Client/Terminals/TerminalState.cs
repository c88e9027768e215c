namespace Yonder.Client.Terminals;

/// <summary>Where a terminal's connection stands.</summary>
public enum TerminalState
{
    /// <summary>Bytes flow.</summary>
    Connected,

    /// <summary>The connection was lost.</summary>
    Disconnected,

    /// <summary>A new connection is being made.</summary>
    Reconnecting,

    /// <summary>The program ended, the terminal was disposed, or reconnecting was given up.</summary>
    Closed,
}
