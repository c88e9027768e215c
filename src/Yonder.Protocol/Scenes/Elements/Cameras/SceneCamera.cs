using System.Numerics;

namespace Yonder.Protocol.Scenes.Elements.Cameras;

/// <summary>The camera that the scene is seen through; at 0, 5, 10 when left out.</summary>
public sealed record SceneCamera : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "SceneCamera";

    /// <summary>The point it looks at, in metres.</summary>
    public Vector3? LookAt { get; init; }

    /// <summary>The opening angle in degrees, from bottom to top; 60 when left out.</summary>
    public float? Fov { get; init; }

    /// <summary>Nothing nearer is shown, in metres; 0.1 when left out.</summary>
    public float? Near { get; init; }

    /// <summary>Nothing farther is shown, in metres; 2000 when left out.</summary>
    public float? Far { get; init; }

    /// <summary>A factor.</summary>
    public float? Zoom { get; init; }

    /// <inheritdoc />
    protected override string? DefaultKey => "SceneCamera";

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("lookAt"u8, LookAt);
        props.Write("fov"u8, Fov);
        props.Write("near"u8, Near);
        props.Write("far"u8, Far);
        props.Write("zoom"u8, Zoom);
    }
}
