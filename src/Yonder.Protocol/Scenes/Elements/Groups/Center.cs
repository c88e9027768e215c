namespace Yonder.Protocol.Scenes.Elements.Groups;

/// <summary>Parts moved so that their middle is at the origin.</summary>
public sealed record Center : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Center";

    /// <summary>Their bottom is at the origin.</summary>
    public bool? Top { get; init; }

    /// <summary>Their top is at the origin.</summary>
    public bool? Bottom { get; init; }

    /// <summary>Their right side is at the origin.</summary>
    public bool? Left { get; init; }

    /// <summary>Their left side is at the origin.</summary>
    public bool? Right { get; init; }

    /// <summary>Their back is at the origin.</summary>
    public bool? Front { get; init; }

    /// <summary>Their front is at the origin.</summary>
    public bool? Back { get; init; }

    /// <summary>Do nothing.</summary>
    public bool? Disable { get; init; }

    /// <summary>Leave x alone.</summary>
    public bool? DisableX { get; init; }

    /// <summary>Leave y alone.</summary>
    public bool? DisableY { get; init; }

    /// <summary>Leave z alone.</summary>
    public bool? DisableZ { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("top"u8, Top);
        props.Write("bottom"u8, Bottom);
        props.Write("left"u8, Left);
        props.Write("right"u8, Right);
        props.Write("front"u8, Front);
        props.Write("back"u8, Back);
        props.Write("disable"u8, Disable);
        props.Write("disableX"u8, DisableX);
        props.Write("disableY"u8, DisableY);
        props.Write("disableZ"u8, DisableZ);
    }
}
