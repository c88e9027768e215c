using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Texts;

/// <summary>Text in space. Its child is the text.</summary>
public sealed record Text : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Text";

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <summary>In metres.</summary>
    public float? FontSize { get; init; }

    /// <summary>What is at its position: left, center, right or metres.</summary>
    public SceneValue? AnchorX { get; init; }

    /// <summary>What is at its position: top, middle, bottom or metres.</summary>
    public SceneValue? AnchorY { get; init; }

    /// <summary>Where lines break, in metres.</summary>
    public float? MaxWidth { get; init; }

    /// <summary>A factor of the font size.</summary>
    public float? LineHeight { get; init; }

    /// <summary>A factor of the font size.</summary>
    public float? LetterSpacing { get; init; }

    /// <summary>left, center, right or justify.</summary>
    public string? TextAlign { get; init; }

    /// <summary>URL of the font.</summary>
    public string? Font { get; init; }

    /// <summary>In metres, or percent.</summary>
    public SceneValue? OutlineWidth { get; init; }

    /// <summary>Colour of the outline.</summary>
    public string? OutlineColor { get; init; }

    /// <summary>0 is clear, 1 is solid.</summary>
    public float? FillOpacity { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("color"u8, Color);
        props.Write("fontSize"u8, FontSize);
        props.Write("anchorX"u8, AnchorX);
        props.Write("anchorY"u8, AnchorY);
        props.Write("maxWidth"u8, MaxWidth);
        props.Write("lineHeight"u8, LineHeight);
        props.Write("letterSpacing"u8, LetterSpacing);
        props.Write("textAlign"u8, TextAlign);
        props.Write("font"u8, Font);
        props.Write("outlineWidth"u8, OutlineWidth);
        props.Write("outlineColor"u8, OutlineColor);
        props.Write("fillOpacity"u8, FillOpacity);
    }
}
