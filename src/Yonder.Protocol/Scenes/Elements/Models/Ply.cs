namespace Yonder.Protocol.Scenes.Elements.Models;

/// <summary>A PLY model: triangles or points.</summary>
public sealed record Ply : ModelElement
{
    /// <inheritdoc />
    public override string Tag => "Ply";

    /// <summary>How its text is encoded.</summary>
    public string? Encoding { get; init; }

    /// <summary>The size of a point in metres.</summary>
    public float? Size { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("encoding"u8, Encoding);
        props.Write("size"u8, Size);
    }
}
