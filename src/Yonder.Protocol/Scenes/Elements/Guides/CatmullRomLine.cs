using System.Numerics;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Guides;

/// <summary>A smooth line through points.</summary>
public sealed record CatmullRomLine : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "CatmullRomLine";

    /// <summary>The points it runs through, in metres.</summary>
    public IReadOnlyList<Vector3>? Points { get; init; }

    /// <summary>It returns to its beginning.</summary>
    public bool? Closed { get; init; }

    /// <summary>centripetal, chordal or catmullrom.</summary>
    public string? CurveType { get; init; }

    /// <summary>How tight it is.</summary>
    public float? Tension { get; init; }

    /// <summary>How finely it is divided.</summary>
    public int? Segments { get; init; }

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
        props.Write("closed"u8, Closed);
        props.Write("curveType"u8, CurveType);
        props.Write("tension"u8, Tension);
        props.Write("segments"u8, Segments);
        props.Write("color"u8, Color);
        props.Write("lineWidth"u8, LineWidth);
        props.Write("dashed"u8, Dashed);
        props.Write("vertexColors"u8, VertexColors);
    }
}
