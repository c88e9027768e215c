namespace Yonder.Protocol.Scenes.Packing;

/// <summary>The element of an array of numbers; the names on the wire are NumPy's.</summary>
public enum NumericType
{
    /// <summary>8 bits, unsigned.</summary>
    U8,

    /// <summary>8 bits, signed.</summary>
    I8,

    /// <summary>16 bits, unsigned.</summary>
    U16,

    /// <summary>16 bits, signed.</summary>
    I16,

    /// <summary>32 bits, unsigned.</summary>
    U32,

    /// <summary>32 bits, signed.</summary>
    I32,

    /// <summary>64 bits, unsigned.</summary>
    U64,

    /// <summary>64 bits, signed.</summary>
    I64,

    /// <summary>16 bits of floating point.</summary>
    F16,

    /// <summary>32 bits of floating point.</summary>
    F32,

    /// <summary>64 bits of floating point.</summary>
    F64,
}
