namespace Yonder.Protocol.Scenes.Packing;

/// <summary>Something that writes itself as exactly one MessagePack value. A struct that implements this is sent without allocating.</summary>
public interface IPackable
{
    /// <summary>Writes one value, the same each time it is called.</summary>
    void Write(ref PackWriter writer);
}
