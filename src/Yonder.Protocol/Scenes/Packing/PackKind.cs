namespace Yonder.Protocol.Scenes.Packing;

/// <summary>What a MessagePack value is.</summary>
public enum PackKind
{
    /// <summary>Nothing: nil, a missing field, or the browser's <c>undefined</c>.</summary>
    Nil,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number of up to 64 bits, signed or not.</summary>
    Whole,

    /// <summary>A floating-point number of 32 or 64 bits.</summary>
    Real,

    /// <summary>UTF-8 text.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Binary,

    /// <summary>A list of values.</summary>
    List,

    /// <summary>Named values.</summary>
    Map,

    /// <summary>An application type: a number and bytes.</summary>
    Extension,
}
