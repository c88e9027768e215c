namespace Yonder.Protocol.Scenes.Elements.Groups;

/// <summary>Soft shadows, gathered over many frames.</summary>
public sealed record AccumulativeShadows : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "AccumulativeShadows";

    /// <summary>How many.</summary>
    public int? Frames { get; init; }

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <summary>0 is clear, 1 is solid.</summary>
    public float? Opacity { get; init; }

    /// <summary>A factor.</summary>
    public float? Scale { get; init; }

    /// <summary>Shadow clearer than this is left out.</summary>
    public float? AlphaTest { get; init; }

    /// <summary>Spread the work over frames.</summary>
    public bool? Temporal { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("frames"u8, Frames);
        props.Write("color"u8, Color);
        props.Write("opacity"u8, Opacity);
        props.Write("scale"u8, Scale);
        props.Write("alphaTest"u8, AlphaTest);
        props.Write("temporal"u8, Temporal);
    }
}
