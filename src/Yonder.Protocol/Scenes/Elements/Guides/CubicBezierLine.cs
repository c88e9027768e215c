using System.Numerics;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Guides;

/// <summary>A curve of two control points.</summary>
public sealed record CubicBezierLine : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "CubicBezierLine";

    /// <summary>Where it begins, in metres.</summary>
    public Vector3? Start { get; init; }

    /// <summary>What it leaves towards, in metres.</summary>
    public Vector3? MidA { get; init; }

    /// <summary>Where it comes from, in metres.</summary>
    public Vector3? MidB { get; init; }

    /// <summary>Where it ends, in metres.</summary>
    public Vector3? End { get; init; }

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
        props.Write("start"u8, Start);
        props.Write("midA"u8, MidA);
        props.Write("midB"u8, MidB);
        props.Write("end"u8, End);
        props.Write("segments"u8, Segments);
        props.Write("color"u8, Color);
        props.Write("lineWidth"u8, LineWidth);
        props.Write("dashed"u8, Dashed);
        props.Write("vertexColors"u8, VertexColors);
    }
}
