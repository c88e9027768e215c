namespace Yonder.Protocol.Scenes;

/// <summary>Why a scene connection or message failed.</summary>
public enum SceneError
{
    /// <summary>There is no connection: connect first, or again.</summary>
    NotConnected,

    /// <summary>The connection ended while it was needed.</summary>
    ConnectionLost,

    /// <summary>The peer could not be reached or refused the handshake.</summary>
    Refused,

    /// <summary>A message is not one well-formed MessagePack map with string keys and an event type, or a value has another type than asked for.</summary>
    BadMessage,

    /// <summary>A message is larger, deeper or longer than the limits allow.</summary>
    TooLarge,

    /// <summary>The peer reads too slowly: the queue was full for as long as a message may wait.</summary>
    Stalled,
}
