namespace Yonder.Protocol.Scenes.Elements.Texts;

/// <summary>Solid letters. Its child is the text.</summary>
public sealed record Text3D : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Text3D";

    /// <summary>URL of the font.</summary>
    public string? Font { get; init; }

    /// <summary>Joins corners that are nearer than this, in metres.</summary>
    public float? Smooth { get; init; }

    /// <summary>Space between lines.</summary>
    public float? LineHeight { get; init; }

    /// <summary>Space between letters.</summary>
    public float? LetterSpacing { get; init; }

    /// <summary>Of the letters, in metres.</summary>
    public float? Size { get; init; }

    /// <summary>How thick they are, in metres.</summary>
    public float? Height { get; init; }

    /// <summary>Round the edges.</summary>
    public bool? BevelEnabled { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("font"u8, Font);
        props.Write("smooth"u8, Smooth);
        props.Write("lineHeight"u8, LineHeight);
        props.Write("letterSpacing"u8, LetterSpacing);
        props.Write("size"u8, Size);
        props.Write("height"u8, Height);
        props.Write("bevelEnabled"u8, BevelEnabled);
    }
}
