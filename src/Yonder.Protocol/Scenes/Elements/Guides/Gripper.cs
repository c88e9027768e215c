namespace Yonder.Protocol.Scenes.Elements.Guides;

/// <summary>A gripper with two fingers.</summary>
public sealed record Gripper : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Gripper";

    /// <summary>Between the fingers, in metres; 0.04 when left out.</summary>
    public float? PinchWidth { get; init; }

    /// <summary>Only its lines.</summary>
    public bool? Skeleton { get; init; }

    /// <summary>Show its axes.</summary>
    public bool? Axes { get; init; }

    /// <summary>Show its origin.</summary>
    public bool? ShowOrigin { get; init; }

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("pinchWidth"u8, PinchWidth);
        props.Write("skeleton"u8, Skeleton);
        props.Write("axes"u8, Axes);
        props.Write("showOrigin"u8, ShowOrigin);
        props.Write("color"u8, Color);
    }
}
