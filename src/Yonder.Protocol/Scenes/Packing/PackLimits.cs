namespace Yonder.Protocol.Scenes.Packing;

/// <summary>What a received message may cost. Everything beyond is refused before memory is taken for it.</summary>
/// <param name="MaxBytes">The largest message.</param>
/// <param name="MaxDepth">How deep arrays and maps may nest; at most <see cref="DepthCeiling"/>.</param>
public sealed record PackLimits(int MaxBytes = 1 << 28, int MaxDepth = 64)
{
    /// <summary>The deepest nesting that can be asked for: the walk keeps its place on the stack.</summary>
    public const int DepthCeiling = 512;

    /// <summary>256 MiB and 64 levels.</summary>
    public static PackLimits Default { get; } = new();

    /// <summary>How deep arrays and maps may nest.</summary>
    public int MaxDepth { get; init; } = MaxDepth is > 0 and <= DepthCeiling
        ? MaxDepth
        : throw new ArgumentOutOfRangeException(nameof(MaxDepth), MaxDepth, $"The depth is between 1 and {DepthCeiling}.");
}
