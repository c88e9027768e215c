using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Pictures;

/// <summary>A picture in space.</summary>
public sealed record Picture : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Image";

    /// <summary>The picture: a URL, or the bytes of a PNG or JPEG.</summary>
    public SceneValue? Rgb { get; init; }

    /// <summary>Width over height.</summary>
    public float? Aspect { get; init; }

    /// <summary>In metres.</summary>
    public float? Height { get; init; }

    /// <summary>0 is clear, 1 is solid.</summary>
    public float? Opacity { get; init; }

    /// <summary>Smooth between pixels.</summary>
    public bool? Interpolate { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("rgb"u8, Rgb);
        props.Write("aspect"u8, Aspect);
        props.Write("height"u8, Height);
        props.Write("opacity"u8, Opacity);
        props.Write("interpolate"u8, Interpolate);
    }
}
