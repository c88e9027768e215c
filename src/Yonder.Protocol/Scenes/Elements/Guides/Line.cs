using System.Numerics;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Guides;

/// <summary>A line through points.</summary>
public sealed record Line : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Line";

    /// <summary>The points it runs through, in metres.</summary>
    public IReadOnlyList<Vector3>? Points { get; init; }

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <summary>In pixels.</summary>
    public float? LineWidth { get; init; }

    /// <summary>Drawn in dashes.</summary>
    public bool? Dashed { get; init; }

    /// <summary>A colour for each point.</summary>
    public SceneValue? VertexColors { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("points"u8, Points);
        props.Write("color"u8, Color);
        props.Write("lineWidth"u8, LineWidth);
        props.Write("dashed"u8, Dashed);
        props.Write("vertexColors"u8, VertexColors);
    }
}
