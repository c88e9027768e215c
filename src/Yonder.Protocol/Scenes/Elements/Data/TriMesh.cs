using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Data;

/// <summary>Triangles.</summary>
public sealed record TriMesh : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "TriMesh";

    /// <summary>Corners, in metres.</summary>
    public HalfData? Vertices { get; init; }

    /// <summary>Three corners for each triangle.</summary>
    public IndexData? Faces { get; init; }

    /// <summary>One colour for each corner.</summary>
    public ColorData? Colors { get; init; }

    /// <summary>Where in the texture each corner is.</summary>
    public HalfData? Uv { get; init; }

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <summary>The kind of material; standard when left out.</summary>
    public string? MaterialType { get; init; }

    /// <summary>Only edges.</summary>
    public bool? Wireframe { get; init; }

    /// <summary>0 is clear, 1 is solid.</summary>
    public float? Opacity { get; init; }

    /// <summary>Which sides are drawn: front, back or double.</summary>
    public string? Side { get; init; }

    /// <summary>Properties of the material.</summary>
    public SceneMap? Material { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("vertices"u8, Vertices);
        props.Write("faces"u8, Faces);
        props.Write("colors"u8, Colors);
        props.Write("uv"u8, Uv);
        props.Write("color"u8, Color);
        props.Write("materialType"u8, MaterialType);
        props.Write("wireframe"u8, Wireframe);
        props.Write("opacity"u8, Opacity);
        props.Write("side"u8, Side);
        props.Write("material"u8, Material);
    }
}
