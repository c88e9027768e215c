namespace Yonder.Protocol.Scenes.Elements.Cameras;

/// <summary>A camera without perspective, without extras.</summary>
public sealed record SimpleOrthographicCamera : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "SimpleOrthographicCamera";

    /// <summary>In metres.</summary>
    public float? Left { get; init; }

    /// <summary>In metres.</summary>
    public float? Right { get; init; }

    /// <summary>In metres.</summary>
    public float? Top { get; init; }

    /// <summary>In metres.</summary>
    public float? Bottom { get; init; }

    /// <summary>Nothing nearer is shown, in metres.</summary>
    public float? Near { get; init; }

    /// <summary>Nothing farther is shown, in metres.</summary>
    public float? Far { get; init; }

    /// <summary>A factor.</summary>
    public float? Zoom { get; init; }

    /// <summary>See the scene through it.</summary>
    public bool? MakeDefault { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("left"u8, Left);
        props.Write("right"u8, Right);
        props.Write("top"u8, Top);
        props.Write("bottom"u8, Bottom);
        props.Write("near"u8, Near);
        props.Write("far"u8, Far);
        props.Write("zoom"u8, Zoom);
        props.Write("makeDefault"u8, MakeDefault);
    }
}
