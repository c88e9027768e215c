namespace Yonder.Protocol.Scenes.Elements;

/// <summary>A light.</summary>
public abstract record LightElement : SpatialElement
{
    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <summary>How bright it is.</summary>
    public float? Intensity { get; init; }

    /// <summary>Show where it is.</summary>
    public bool? Helper { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("color"u8, Color);
        props.Write("intensity"u8, Intensity);
        props.Write("helper"u8, Helper);
    }
}
