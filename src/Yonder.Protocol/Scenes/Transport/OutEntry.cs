namespace Yonder.Protocol.Scenes.Transport;

/// <summary>One message that waits: small ones lie in their batch's bytes, large ones in memory of their own.</summary>
internal struct OutEntry
{
    public ReadOnlyMemory<byte> Large;
    public int Offset;
    public int Length;
    public DeliveryKind Kind;
    public bool IsGone;
}
