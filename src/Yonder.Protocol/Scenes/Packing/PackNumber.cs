namespace Yonder.Protocol.Scenes.Packing;

/// <summary>Numbers as the peers mean them: a float may be asked for where a whole number was sent, and the other way round.</summary>
internal static class PackNumber
{
    // Whole floats up to here are exact in 32 bits; beyond, a float is no count and stays a float.
    private const float LargestWhole = 1 << 24;

    public static double ToDouble(in PackToken token) => token.Kind switch
    {
        PackKind.Real => token.Double,
        PackKind.Whole => token.IsUnsigned ? (ulong)token.Bits : token.Bits,
        _ => throw SceneException.Bad($"A value is {token.Kind} where a number was expected."),
    };

    public static long ToInt64(in PackToken token) => token switch
    {
        { Kind: PackKind.Whole, IsUnsigned: false } => token.Bits,
        { Kind: PackKind.Real } when token.Double == Math.Truncate(token.Double) && Math.Abs(token.Double) < long.MaxValue => (long)token.Double,
        _ => throw SceneException.Bad($"A value is {token.Kind} where a whole number was expected."),
    };

    /// <summary>Both packers of the original send a whole number written as one (<c>[1, 0.5, 0]</c>) as an integer.</summary>
    public static bool IsWhole(double value) => Math.Abs(value) <= LargestWhole && value == Math.Truncate(value);
}
