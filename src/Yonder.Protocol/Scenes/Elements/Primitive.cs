using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements;

/// <summary>A shape of the renderer. A click on it sends <c>ON_CLICK</c>.</summary>
public abstract record Primitive : SpatialElement
{
    /// <summary>What its geometry is built from, in the order of the renderer; each shape says what.</summary>
    public IReadOnlyList<SceneValue>? Args { get; init; }

    /// <summary>The kind of material: basic, phong, lambert, standard, normal, depth, physical, points, line, lineDashed, sprite, shadow, rawShader; physical when left out.</summary>
    public string? MaterialType { get; init; }

    /// <summary>Properties of the material; <c>map</c>, <c>normalMap</c> and <c>displacementMap</c> are URLs.</summary>
    public SceneMap? Material { get; init; }

    /// <summary>Only edges.</summary>
    public bool? Wireframe { get; init; }

    /// <summary>Draw an outline around it.</summary>
    public bool? Outlines { get; init; }

    /// <summary>Colour of the outline.</summary>
    public string? OutlineColor { get; init; }

    /// <summary>Of the outline; 10 when left out.</summary>
    public float? OutlineThickness { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("args"u8, Args);
        base.WriteProps(ref props);
        props.Write("materialType"u8, MaterialType);
        props.Write("material"u8, Material);
        props.Write("wireframe"u8, Wireframe);
        props.Write("outlines"u8, Outlines);
        props.Write("outlineColor"u8, OutlineColor);
        props.Write("outlineThickness"u8, OutlineThickness);
    }
}
