namespace Yonder.Protocol.Scenes.Elements.Guides;

/// <summary>The three axes: x red, y green, z blue.</summary>
public sealed record CoordsMarker : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "CoordsMarker";

    /// <summary>Size of the head; 1 when left out.</summary>
    public float? HeadScale { get; init; }

    /// <summary>How finely it is drawn; 10 when left out.</summary>
    public int? Lod { get; init; }

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <summary>0 is clear, 1 is solid.</summary>
    public float? Opacity { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("headScale"u8, HeadScale);
        props.Write("lod"u8, Lod);
        props.Write("color"u8, Color);
        props.Write("opacity"u8, Opacity);
    }
}
