using System.Numerics;

namespace Yonder.Protocol.Scenes.Elements.Cameras;

/// <summary>A camera as eyes see, without extras.</summary>
public sealed record SimplePerspectiveCamera : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "SimplePerspectiveCamera";

    /// <summary>Width over height.</summary>
    public float? Aspect { get; init; }

    /// <summary>The opening angle in degrees, from bottom to top.</summary>
    public float? Fov { get; init; }

    /// <summary>Nothing nearer is shown, in metres.</summary>
    public float? Near { get; init; }

    /// <summary>Nothing farther is shown, in metres.</summary>
    public float? Far { get; init; }

    /// <summary>A factor.</summary>
    public float? Zoom { get; init; }

    /// <summary>See the scene through it.</summary>
    public bool? MakeDefault { get; init; }

    /// <summary>The point it looks at, in metres.</summary>
    public Vector3? LookAt { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("aspect"u8, Aspect);
        props.Write("fov"u8, Fov);
        props.Write("near"u8, Near);
        props.Write("far"u8, Far);
        props.Write("zoom"u8, Zoom);
        props.Write("makeDefault"u8, MakeDefault);
        props.Write("lookAt"u8, LookAt);
    }
}
