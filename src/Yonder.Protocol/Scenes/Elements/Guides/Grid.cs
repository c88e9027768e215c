namespace Yonder.Protocol.Scenes.Elements.Guides;

/// <summary>A grid on the ground.</summary>
public sealed record Grid : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Grid";

    /// <summary>In metres; 0.2 when left out.</summary>
    public float? CellSize { get; init; }

    /// <summary>In pixels.</summary>
    public float? CellThickness { get; init; }

    /// <summary>Colour of the cells.</summary>
    public string? CellColor { get; init; }

    /// <summary>In metres; 1 when left out.</summary>
    public float? SectionSize { get; init; }

    /// <summary>In pixels.</summary>
    public float? SectionThickness { get; init; }

    /// <summary>Colour of the sections.</summary>
    public string? SectionColor { get; init; }

    /// <summary>Where it fades away, in metres; 40 when left out.</summary>
    public float? FadeDistance { get; init; }

    /// <summary>How fast.</summary>
    public float? FadeStrength { get; init; }

    /// <summary>It goes on as far as one sees.</summary>
    public bool? InfiniteGrid { get; init; }

    /// <summary>It moves with the camera.</summary>
    public bool? FollowCamera { get; init; }

    /// <summary>Which sides are drawn.</summary>
    public string? Side { get; init; }

    /// <inheritdoc />
    protected override string? DefaultKey => "grid";

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("cellSize"u8, CellSize);
        props.Write("cellThickness"u8, CellThickness);
        props.Write("cellColor"u8, CellColor);
        props.Write("sectionSize"u8, SectionSize);
        props.Write("sectionThickness"u8, SectionThickness);
        props.Write("sectionColor"u8, SectionColor);
        props.Write("fadeDistance"u8, FadeDistance);
        props.Write("fadeStrength"u8, FadeStrength);
        props.Write("infiniteGrid"u8, InfiniteGrid);
        props.Write("followCamera"u8, FollowCamera);
        props.Write("side"u8, Side);
    }
}
