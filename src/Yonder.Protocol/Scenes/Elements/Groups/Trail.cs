namespace Yonder.Protocol.Scenes.Elements.Groups;

/// <summary>A trail behind what is inside.</summary>
public sealed record Trail : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Trail";

    /// <summary>Width.</summary>
    public float? Width { get; init; }

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <summary>How long it is.</summary>
    public float? Length { get; init; }

    /// <summary>How fast it fades.</summary>
    public float? Decay { get; init; }

    /// <summary>The trail moves with its parent.</summary>
    public bool? Local { get; init; }

    /// <summary>The least distance between two of its points, in metres.</summary>
    public float? Stride { get; init; }

    /// <summary>Frames between two of its points.</summary>
    public int? Interval { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("width"u8, Width);
        props.Write("color"u8, Color);
        props.Write("length"u8, Length);
        props.Write("decay"u8, Decay);
        props.Write("local"u8, Local);
        props.Write("stride"u8, Stride);
        props.Write("interval"u8, Interval);
    }
}
