using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Pictures;

/// <summary>A picture behind the scene.</summary>
public sealed record ImageBackground : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "ImageBackground";

    /// <summary>The picture: a URL, or the bytes of a PNG or JPEG.</summary>
    public SceneValue? Src { get; init; }

    /// <summary>How solid each pixel is: a picture.</summary>
    public SceneValue? AlphaSrc { get; init; }

    /// <summary>How far each pixel is: a picture.</summary>
    public SceneValue? DepthSrc { get; init; }

    /// <summary>Metres of white in the depth picture.</summary>
    public float? DepthScale { get; init; }

    /// <summary>Metres added to the depth.</summary>
    public float? DepthBias { get; init; }

    /// <summary>Smooth between pixels.</summary>
    public bool? Interpolate { get; init; }

    /// <summary>How far before the camera, in metres; 10 when left out.</summary>
    public float? DistanceToCamera { get; init; }

    /// <summary>Width over height.</summary>
    public float? Aspect { get; init; }

    /// <summary>In metres.</summary>
    public float? Height { get; init; }

    /// <summary>Stays before the camera.</summary>
    public bool? Fixed { get; init; }

    /// <summary>0 is clear, 1 is solid.</summary>
    public float? Opacity { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("src"u8, Src);
        props.Write("alphaSrc"u8, AlphaSrc);
        props.Write("depthSrc"u8, DepthSrc);
        props.Write("depthScale"u8, DepthScale);
        props.Write("depthBias"u8, DepthBias);
        props.Write("interpolate"u8, Interpolate);
        props.Write("distanceToCamera"u8, DistanceToCamera);
        props.Write("aspect"u8, Aspect);
        props.Write("height"u8, Height);
        props.Write("fixed"u8, Fixed);
        props.Write("opacity"u8, Opacity);
    }
}
