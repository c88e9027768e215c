namespace Yonder.Protocol.Scenes.Elements.Materials;

/// <summary>How sprites look.</summary>
public sealed record SpriteMaterial : MaterialElement
{
    /// <inheritdoc />
    public override string Tag => "spriteMaterial";

    /// <summary>URL of its picture.</summary>
    public string? Map { get; init; }

    /// <summary>In radians.</summary>
    public float? Rotation { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("map"u8, Map);
        props.Write("rotation"u8, Rotation);
    }
}
