using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Data;

/// <summary>Points from a depth picture that replaces the one before.</summary>
public sealed record InPlaceDepthPointCloud : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "InPlaceDepthPointCloud";

    /// <summary>The depth picture: a URL or bytes.</summary>
    public SceneValue? Depth { get; init; }

    /// <summary>The colour picture: a URL or bytes.</summary>
    public SceneValue? Rgb { get; init; }

    /// <summary>The opening angle in degrees, from bottom to top.</summary>
    public float? Fov { get; init; }

    /// <summary>Metres of one step of the depth picture; 0.001 when left out.</summary>
    public float? DepthUnit { get; init; }

    /// <summary>In pixels, or metres; 2 when left out.</summary>
    public float? PointSize { get; init; }

    /// <summary>The point size is in pixels.</summary>
    public bool? ScreenSpaceSizing { get; init; }

    /// <summary>Colours for depth: turbo, viridis, inferno or jet.</summary>
    public string? Cmap { get; init; }

    /// <summary>What the colours mean: depth, camZ, camDist, localY or worldY.</summary>
    public string? ColorMode { get; init; }

    /// <summary>Nearest depth of the colours, in metres.</summary>
    public float? DepthMin { get; init; }

    /// <summary>Farthest depth of the colours, in metres.</summary>
    public float? DepthMax { get; init; }

    /// <summary>Lowest height of the colours, in metres.</summary>
    public float? HeightMin { get; init; }

    /// <summary>Greatest height of the colours, in metres.</summary>
    public float? HeightMax { get; init; }

    /// <summary>Nothing lower is shown, in metres.</summary>
    public float? MinY { get; init; }

    /// <summary>Nothing higher is shown, in metres.</summary>
    public float? MaxY { get; init; }

    /// <summary>Where the optical axis meets the picture, in pixels from the left.</summary>
    public float? Cx { get; init; }

    /// <summary>Where the optical axis meets the picture, in pixels from the top.</summary>
    public float? Cy { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("depth"u8, Depth);
        props.Write("rgb"u8, Rgb);
        props.Write("fov"u8, Fov);
        props.Write("depthUnit"u8, DepthUnit);
        props.Write("pointSize"u8, PointSize);
        props.Write("screenSpaceSizing"u8, ScreenSpaceSizing);
        props.Write("cmap"u8, Cmap);
        props.Write("colorMode"u8, ColorMode);
        props.Write("depthMin"u8, DepthMin);
        props.Write("depthMax"u8, DepthMax);
        props.Write("heightMin"u8, HeightMin);
        props.Write("heightMax"u8, HeightMax);
        props.Write("minY"u8, MinY);
        props.Write("maxY"u8, MaxY);
        props.Write("cx"u8, Cx);
        props.Write("cy"u8, Cy);
    }
}
