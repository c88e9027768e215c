namespace Yonder.Protocol.Scenes.Packing;

/// <summary>Sizes and wire names of the element types.</summary>
internal static class NumericTypes
{
    private static readonly string[] Names =
        ["uint8", "int8", "uint16", "int16", "uint32", "int32", "uint64", "int64", "float16", "float32", "float64"];

    public static string Name(NumericType type) => Names[(int)type];

    public static bool TryParse(string name, out NumericType type)
    {
        var index = Array.IndexOf(Names, name);
        type = (NumericType)Math.Max(index, 0);
        return index >= 0;
    }

    public static int Size(NumericType type) => type switch
    {
        NumericType.U8 or NumericType.I8 => 1,
        NumericType.U16 or NumericType.I16 or NumericType.F16 => 2,
        NumericType.U32 or NumericType.I32 or NumericType.F32 => 4,
        _ => 8,
    };

    public static NumericType Of<T>()
        where T : unmanaged => default(T) switch
        {
            byte => NumericType.U8,
            sbyte => NumericType.I8,
            ushort => NumericType.U16,
            short => NumericType.I16,
            uint => NumericType.U32,
            int => NumericType.I32,
            ulong => NumericType.U64,
            long => NumericType.I64,
            System.Half => NumericType.F16,
            float or System.Numerics.Vector2 or System.Numerics.Vector3 or System.Numerics.Vector4 or System.Numerics.Quaternion => NumericType.F32,
            double => NumericType.F64,
            _ => throw new NotSupportedException($"An array of {typeof(T)} has no element type on the wire."),
        };
}
