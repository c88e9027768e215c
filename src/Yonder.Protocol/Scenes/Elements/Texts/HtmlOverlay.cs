using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Texts;

/// <summary>HTML at a place in space.</summary>
public sealed record HtmlOverlay : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Html";

    /// <summary>The element around it; div when left out.</summary>
    public string? As { get; init; }

    /// <summary>Its middle is at its position.</summary>
    public bool? Center { get; init; }

    /// <summary>It turns with the scene.</summary>
    public bool? Transform { get; init; }

    /// <summary>Its size shrinks with distance.</summary>
    public float? DistanceFactor { get; init; }

    /// <summary>It faces the camera.</summary>
    public bool? Sprite { get; init; }

    /// <summary>It is hidden by what is before it.</summary>
    public SceneValue? Occlude { get; init; }

    /// <summary>CSS properties.</summary>
    public SceneMap? Style { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("as"u8, As);
        props.Write("center"u8, Center);
        props.Write("transform"u8, Transform);
        props.Write("distanceFactor"u8, DistanceFactor);
        props.Write("sprite"u8, Sprite);
        props.Write("occlude"u8, Occlude);
        props.Write("style"u8, Style);
    }
}
