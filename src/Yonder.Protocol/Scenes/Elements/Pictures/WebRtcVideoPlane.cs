using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Pictures;

/// <summary>A live video on a plane.</summary>
public sealed record WebRtcVideoPlane : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "WebRTCVideoPlane";

    /// <summary>Where the stream is offered: a URL.</summary>
    public string? Src { get; init; }

    /// <summary>How the peers find each other.</summary>
    public SceneValue? IceServer { get; init; }

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
        props.Write("src"u8, Src);
        props.Write("iceServer"u8, IceServer);
        props.Write("distanceToCamera"u8, DistanceToCamera);
        props.Write("aspect"u8, Aspect);
        props.Write("height"u8, Height);
        props.Write("fixed"u8, Fixed);
        props.Write("opacity"u8, Opacity);
    }
}
