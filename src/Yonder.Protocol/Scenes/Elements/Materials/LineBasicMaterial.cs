namespace Yonder.Protocol.Scenes.Elements.Materials;

/// <summary>How lines look.</summary>
public sealed record LineBasicMaterial : MaterialElement
{
    /// <inheritdoc />
    public override string Tag => "lineBasicMaterial";

    /// <summary>In pixels.</summary>
    public float? Linewidth { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("linewidth"u8, Linewidth);
    }
}
