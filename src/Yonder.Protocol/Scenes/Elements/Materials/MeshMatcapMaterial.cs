namespace Yonder.Protocol.Scenes.Elements.Materials;

/// <summary>A surface that is lit by a picture of a sphere.</summary>
public sealed record MeshMatcapMaterial : MaterialElement
{
    /// <inheritdoc />
    public override string Tag => "meshMatcapMaterial";

    /// <summary>URL of its picture.</summary>
    public string? Map { get; init; }

    /// <summary>Only edges.</summary>
    public bool? Wireframe { get; init; }

    /// <summary>Which sides are drawn: front, back or double.</summary>
    public string? Side { get; init; }

    /// <summary>Show each face.</summary>
    public bool? FlatShading { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("map"u8, Map);
        props.Write("wireframe"u8, Wireframe);
        props.Write("side"u8, Side);
        props.Write("flatShading"u8, FlatShading);
    }
}
