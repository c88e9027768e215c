using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Cameras;

/// <summary>A camera that sends what it sees.</summary>
public sealed record CameraView : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "CameraView";

    /// <summary>The opening angle in degrees, from bottom to top.</summary>
    public float? Fov { get; init; }

    /// <summary>In pixels.</summary>
    public int? Width { get; init; }

    /// <summary>In pixels.</summary>
    public int? Height { get; init; }

    /// <summary>When it sends: frame, time, ondemand, or nil for never.</summary>
    public SceneValue? Stream { get; init; }

    /// <summary>Pictures a second; 30 when left out.</summary>
    public float? Fps { get; init; }

    /// <summary>Nothing nearer is shown, in metres; 0.1 when left out.</summary>
    public float? Near { get; init; }

    /// <summary>Nothing farther is shown, in metres; 20 when left out.</summary>
    public float? Far { get; init; }

    /// <summary>Send the depth too.</summary>
    public bool? RenderDepth { get; init; }

    /// <summary>The picture is smaller by this factor.</summary>
    public float? Downsample { get; init; }

    /// <summary>Of the picture, 0 to 1.</summary>
    public float? Quality { get; init; }

    /// <summary>Which corner its place is counted from.</summary>
    public string? Origin { get; init; }

    /// <summary>How far before the camera, in metres.</summary>
    public float? DistanceToCamera { get; init; }

    /// <summary>Show what it sees.</summary>
    public bool? Monitor { get; init; }

    /// <summary>May be moved by hand.</summary>
    public bool? Movable { get; init; }

    /// <summary>Show what it sees.</summary>
    public bool? ShowFrustum { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("fov"u8, Fov);
        props.Write("width"u8, Width);
        props.Write("height"u8, Height);
        props.Write("stream"u8, Stream);
        props.Write("fps"u8, Fps);
        props.Write("near"u8, Near);
        props.Write("far"u8, Far);
        props.Write("renderDepth"u8, RenderDepth);
        props.Write("downsample"u8, Downsample);
        props.Write("quality"u8, Quality);
        props.Write("origin"u8, Origin);
        props.Write("distanceToCamera"u8, DistanceToCamera);
        props.Write("monitor"u8, Monitor);
        props.Write("movable"u8, Movable);
        props.Write("showFrustum"u8, ShowFrustum);
    }
}
