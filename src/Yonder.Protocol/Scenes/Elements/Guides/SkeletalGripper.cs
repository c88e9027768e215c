namespace Yonder.Protocol.Scenes.Elements.Guides;

/// <summary>A gripper with two fingers, drawn as lines.</summary>
public sealed record SkeletalGripper : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "SkeletalGripper";

    /// <summary>Between the fingers, in metres.</summary>
    public float? PinchWidth { get; init; }

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <summary>Show its axes.</summary>
    public bool? Axes { get; init; }

    /// <summary>Show its origin.</summary>
    public bool? ShowOrigin { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("pinchWidth"u8, PinchWidth);
        props.Write("color"u8, Color);
        props.Write("axes"u8, Axes);
        props.Write("showOrigin"u8, ShowOrigin);
    }
}
