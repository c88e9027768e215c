using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Data;

/// <summary>Points from a PCD file.</summary>
public sealed record Pcd : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Pcd";

    /// <summary>Where it is loaded from: a URL.</summary>
    public string? Src { get; init; }

    /// <summary>The file itself, when it is text.</summary>
    public string? Text { get; init; }

    /// <summary>The file itself.</summary>
    public SceneValue? Buff { get; init; }

    /// <summary>The size of a point in metres.</summary>
    public float? Size { get; init; }

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("src"u8, Src);
        props.Write("text"u8, Text);
        props.Write("buff"u8, Buff);
        props.Write("size"u8, Size);
        props.Write("color"u8, Color);
    }
}
