using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>Another page inside this one.</summary>
public sealed record Frame : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "iframe";

    /// <summary>Where it is loaded from: a URL.</summary>
    public string? Src { get; init; }

    /// <summary>In pixels, or as CSS writes it.</summary>
    public SceneValue? Width { get; init; }

    /// <summary>In pixels, or as CSS writes it.</summary>
    public SceneValue? Height { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("src"u8, Src);
        props.Write("width"u8, Width);
        props.Write("height"u8, Height);
    }
}
