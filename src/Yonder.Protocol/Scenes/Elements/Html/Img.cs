using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>A picture in a page.</summary>
public sealed record Img : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "Img";

    /// <summary>The picture: a URL, or the bytes of a PNG or JPEG.</summary>
    public SceneValue? Src { get; init; }

    /// <summary>What it shows, in words.</summary>
    public string? Alt { get; init; }

    /// <summary>In pixels.</summary>
    public SceneValue? Width { get; init; }

    /// <summary>In pixels.</summary>
    public SceneValue? Height { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("src"u8, Src);
        props.Write("alt"u8, Alt);
        props.Write("width"u8, Width);
        props.Write("height"u8, Height);
    }
}
