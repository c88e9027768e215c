namespace Yonder.Protocol.Scenes.Elements.Materials;

/// <summary>How points look.</summary>
public sealed record PointsMaterial : MaterialElement
{
    /// <inheritdoc />
    public override string Tag => "pointsMaterial";

    /// <summary>The size of a point in metres.</summary>
    public float? Size { get; init; }

    /// <summary>Points get smaller with distance.</summary>
    public bool? SizeAttenuation { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("size"u8, Size);
        props.Write("sizeAttenuation"u8, SizeAttenuation);
    }
}
