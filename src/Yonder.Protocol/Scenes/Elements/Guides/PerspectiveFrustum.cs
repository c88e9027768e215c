namespace Yonder.Protocol.Scenes.Elements.Guides;

/// <summary>What a perspective camera sees.</summary>
public sealed record PerspectiveFrustum : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "PerspectiveFrustum";

    /// <summary>The opening angle in degrees, from bottom to top.</summary>
    public float? Fov { get; init; }

    /// <summary>Width over height.</summary>
    public float? Aspect { get; init; }

    /// <summary>Nothing nearer is shown, in metres.</summary>
    public float? Near { get; init; }

    /// <summary>Nothing farther is shown, in metres.</summary>
    public float? Far { get; init; }

    /// <summary>Show what it sees.</summary>
    public bool? ShowFrustum { get; init; }

    /// <summary>Show which way is up.</summary>
    public bool? ShowUp { get; init; }

    /// <summary>Show the plane in focus.</summary>
    public bool? ShowFocalPlane { get; init; }

    /// <summary>Colour of the mark for up.</summary>
    public string? UpColor { get; init; }

    /// <summary>Colour of the plane in focus.</summary>
    public string? FocalPlaneColor { get; init; }

    /// <summary>Colour of the frustum.</summary>
    public string? FrustumColor { get; init; }

    /// <summary>Colour of the cone.</summary>
    public string? ConeColor { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("fov"u8, Fov);
        props.Write("aspect"u8, Aspect);
        props.Write("near"u8, Near);
        props.Write("far"u8, Far);
        props.Write("showFrustum"u8, ShowFrustum);
        props.Write("showUp"u8, ShowUp);
        props.Write("showFocalPlane"u8, ShowFocalPlane);
        props.Write("upColor"u8, UpColor);
        props.Write("focalPlaneColor"u8, FocalPlaneColor);
        props.Write("frustumColor"u8, FrustumColor);
        props.Write("coneColor"u8, ConeColor);
    }
}
