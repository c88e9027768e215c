namespace Yonder.Protocol.Scenes;

/// <summary>What becomes of a message when the other side reads more slowly than this side sends.</summary>
public readonly record struct Delivery
{
    private Delivery(DeliveryKind kind, string? key = null)
    {
        Kind = kind;
        Key = key;
    }

    /// <summary>It is sent whatever happens; the sender waits for room.</summary>
    public static Delivery Wait => new(DeliveryKind.Wait);

    /// <summary>It may be left out, oldest first, when there is no room. Both ends see how many were.</summary>
    public static Delivery DropOldest => new(DeliveryKind.DropOldest);

    /// <summary>How it is treated.</summary>
    public DeliveryKind Kind { get; }

    /// <summary>What it replaces: an earlier message with this key.</summary>
    public string? Key { get; }

    /// <summary>It replaces an earlier one with the same key that was not sent yet: right for messages that say the whole of something, like a pose.</summary>
    public static Delivery Latest(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new(DeliveryKind.Latest, key);
    }
}
