using System.Numerics;

namespace Yonder.Protocol.Scenes.Elements.Cameras;

/// <summary>How the mouse moves the camera of the scene.</summary>
public sealed record SceneCameraControl : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "SceneCameraControl";

    /// <summary>They control the camera of the scene.</summary>
    public bool? MakeDefault { get; init; }

    /// <summary>Send events while it moves.</summary>
    public bool? Stream { get; init; }

    /// <summary>The point it aims at, in metres.</summary>
    public Vector3? Target { get; init; }

    /// <summary>The camera may be moved.</summary>
    public bool? EnablePan { get; init; }

    /// <summary>The camera may come nearer.</summary>
    public bool? EnableZoom { get; init; }

    /// <summary>The camera may turn.</summary>
    public bool? EnableRotate { get; init; }

    /// <summary>In metres.</summary>
    public float? MinDistance { get; init; }

    /// <summary>In metres.</summary>
    public float? MaxDistance { get; init; }

    /// <summary>From above, in degrees.</summary>
    public float? MinPolarAngle { get; init; }

    /// <summary>From above, in degrees.</summary>
    public float? MaxPolarAngle { get; init; }

    /// <summary>About the up axis, in degrees.</summary>
    public float? MinAzimuthAngle { get; init; }

    /// <summary>About the up axis, in degrees.</summary>
    public float? MaxAzimuthAngle { get; init; }

    /// <summary>A factor.</summary>
    public float? PanSpeed { get; init; }

    /// <summary>A factor.</summary>
    public float? ZoomSpeed { get; init; }

    /// <summary>A factor.</summary>
    public float? RotateSpeed { get; init; }

    /// <summary>Movements run out slowly.</summary>
    public bool? EnableDamping { get; init; }

    /// <summary>How slowly.</summary>
    public float? DampingFactor { get; init; }

    /// <inheritdoc />
    protected override string? DefaultKey => "SceneCameraControl";

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("makeDefault"u8, MakeDefault);
        props.Write("stream"u8, Stream);
        props.Write("target"u8, Target);
        props.Write("enablePan"u8, EnablePan);
        props.Write("enableZoom"u8, EnableZoom);
        props.Write("enableRotate"u8, EnableRotate);
        props.Write("minDistance"u8, MinDistance);
        props.Write("maxDistance"u8, MaxDistance);
        props.Write("minPolarAngle"u8, MinPolarAngle);
        props.Write("maxPolarAngle"u8, MaxPolarAngle);
        props.Write("minAzimuthAngle"u8, MinAzimuthAngle);
        props.Write("maxAzimuthAngle"u8, MaxAzimuthAngle);
        props.Write("panSpeed"u8, PanSpeed);
        props.Write("zoomSpeed"u8, ZoomSpeed);
        props.Write("rotateSpeed"u8, RotateSpeed);
        props.Write("enableDamping"u8, EnableDamping);
        props.Write("dampingFactor"u8, DampingFactor);
    }
}
