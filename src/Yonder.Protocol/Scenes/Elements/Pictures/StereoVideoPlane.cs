namespace Yonder.Protocol.Scenes.Elements.Pictures;

/// <summary>A video with a picture for each eye.</summary>
public sealed record StereoVideoPlane : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "StereoVideoPlane";

    /// <summary>Where the two pictures are: beside or above each other.</summary>
    public string? Layout { get; init; }

    /// <summary>Where it is loaded from: a URL.</summary>
    public string? Src { get; init; }

    /// <summary>It begins by itself.</summary>
    public bool? Autoplay { get; init; }

    /// <summary>It begins again at the end.</summary>
    public bool? Loop { get; init; }

    /// <summary>Without sound.</summary>
    public bool? Muted { get; init; }

    /// <summary>How far before the camera, in metres.</summary>
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
        props.Write("layout"u8, Layout);
        props.Write("src"u8, Src);
        props.Write("autoplay"u8, Autoplay);
        props.Write("loop"u8, Loop);
        props.Write("muted"u8, Muted);
        props.Write("distanceToCamera"u8, DistanceToCamera);
        props.Write("aspect"u8, Aspect);
        props.Write("height"u8, Height);
        props.Write("fixed"u8, Fixed);
        props.Write("opacity"u8, Opacity);
    }
}
