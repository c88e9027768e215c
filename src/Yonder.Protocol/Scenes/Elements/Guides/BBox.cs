using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Guides;

/// <summary>A box around something, by its corners.</summary>
public sealed record BBox : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "BBox";

    /// <summary>One corner: x, y, z in metres.</summary>
    public SceneMap? Min { get; init; }

    /// <summary>The other corner: x, y, z in metres.</summary>
    public SceneMap? Max { get; init; }

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <summary>A factor; 1.01 when left out.</summary>
    public float? Scale { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("min"u8, Min);
        props.Write("max"u8, Max);
        props.Write("color"u8, Color);
        props.Write("scale"u8, Scale);
    }
}
