namespace Yonder.Protocol.Scenes;

/// <summary>The ways of <see cref="Delivery"/>.</summary>
public enum DeliveryKind
{
    /// <summary>The sender waits.</summary>
    Wait,

    /// <summary>The newest of each key counts.</summary>
    Latest,

    /// <summary>The oldest are left out, and counted.</summary>
    DropOldest,
}
