namespace Yonder.Protocol.Scenes.Elements.Data;

/// <summary>Points with colours.</summary>
public sealed record PointCloud : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "PointCloud";

    /// <summary>Where the points are, in metres.</summary>
    public HalfData? Vertices { get; init; }

    /// <summary>One colour for each point.</summary>
    public ColorData? Colors { get; init; }

    /// <summary>The size of a point in metres.</summary>
    public float? Size { get; init; }

    /// <summary>One colour for all.</summary>
    public string? Color { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("vertices"u8, Vertices);
        props.Write("colors"u8, Colors);
        props.Write("size"u8, Size);
        props.Write("color"u8, Color);
    }
}
