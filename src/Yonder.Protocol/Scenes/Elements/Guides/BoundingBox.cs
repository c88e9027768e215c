using System.Numerics;

namespace Yonder.Protocol.Scenes.Elements.Guides;

/// <summary>A box around something.</summary>
public sealed record BoundingBox : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "BoundingBox";

    /// <summary>In metres, about its position.</summary>
    public Vector3? Size { get; init; }

    /// <summary>One corner, in metres.</summary>
    public Vector3? Min { get; init; }

    /// <summary>The other corner, in metres.</summary>
    public Vector3? Max { get; init; }

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <summary>Of the edges; 0.9 when left out.</summary>
    public float? EdgeOpacity { get; init; }

    /// <summary>Of the walls; 0.08 when left out.</summary>
    public float? WallOpacity { get; init; }

    /// <summary>In metres; 0.02 when left out.</summary>
    public float? EdgeWidth { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("size"u8, Size);
        props.Write("min"u8, Min);
        props.Write("max"u8, Max);
        props.Write("color"u8, Color);
        props.Write("edgeOpacity"u8, EdgeOpacity);
        props.Write("wallOpacity"u8, WallOpacity);
        props.Write("edgeWidth"u8, EdgeWidth);
    }
}
