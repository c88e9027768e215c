using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Cameras;

/// <summary>A part of the window.</summary>
public sealed record ViewportHud : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "ViewportHud";

    /// <summary>Pixels, or percent with the sign.</summary>
    public SceneValue? Top { get; init; }

    /// <summary>Pixels, or percent with the sign.</summary>
    public SceneValue? Right { get; init; }

    /// <summary>Pixels, or percent with the sign.</summary>
    public SceneValue? Bottom { get; init; }

    /// <summary>Pixels, or percent with the sign.</summary>
    public SceneValue? Left { get; init; }

    /// <summary>Pixels, or percent with the sign.</summary>
    public SceneValue? Width { get; init; }

    /// <summary>Pixels, or percent with the sign.</summary>
    public SceneValue? Height { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("top"u8, Top);
        props.Write("right"u8, Right);
        props.Write("bottom"u8, Bottom);
        props.Write("left"u8, Left);
        props.Write("width"u8, Width);
        props.Write("height"u8, Height);
    }
}
