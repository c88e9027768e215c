namespace Yonder.Protocol.Scenes.Elements.Materials;

/// <summary>A surface that is lit by its roughness and metalness.</summary>
public sealed record MeshStandardMaterial : MaterialElement
{
    /// <inheritdoc />
    public override string Tag => "meshStandardMaterial";

    /// <summary>URL of its picture.</summary>
    public string? Map { get; init; }

    /// <summary>0 is a mirror, 1 is dull.</summary>
    public float? Roughness { get; init; }

    /// <summary>0 is none, 1 is metal.</summary>
    public float? Metalness { get; init; }

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
        props.Write("roughness"u8, Roughness);
        props.Write("metalness"u8, Metalness);
        props.Write("wireframe"u8, Wireframe);
        props.Write("side"u8, Side);
        props.Write("flatShading"u8, FlatShading);
    }
}
