using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements;

/// <summary>A model from a file: by URL, or the file itself as text or bytes.</summary>
public abstract record ModelElement : SpatialElement
{
    /// <summary>Where it is loaded from: a URL.</summary>
    public string? Src { get; init; }

    /// <summary>The file itself, when it is text.</summary>
    public string? Text { get; init; }

    /// <summary>The file itself.</summary>
    public SceneValue? Buff { get; init; }

    /// <summary>URLs of the files that it names, by their path in it.</summary>
    public SceneMap? Assets { get; init; }

    /// <summary>The event value that tells when it is loaded.</summary>
    public string? OnLoad { get; init; }

    /// <summary>The kind of material: basic, standard, physical…</summary>
    public string? MaterialType { get; init; }

    /// <summary>Properties of the material.</summary>
    public SceneMap? Material { get; init; }

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <summary>0 is clear, 1 is solid.</summary>
    public float? Opacity { get; init; }

    /// <summary>Only edges.</summary>
    public bool? Wireframe { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("src"u8, Src);
        props.Write("text"u8, Text);
        props.Write("buff"u8, Buff);
        props.Write("assets"u8, Assets);
        props.Write("onLoad"u8, OnLoad);
        props.Write("materialType"u8, MaterialType);
        props.Write("material"u8, Material);
        props.Write("color"u8, Color);
        props.Write("opacity"u8, Opacity);
        props.Write("wireframe"u8, Wireframe);
    }
}
