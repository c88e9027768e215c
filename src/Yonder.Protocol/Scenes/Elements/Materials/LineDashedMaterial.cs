namespace Yonder.Protocol.Scenes.Elements.Materials;

/// <summary>How dashed lines look.</summary>
public sealed record LineDashedMaterial : MaterialElement
{
    /// <inheritdoc />
    public override string Tag => "lineDashedMaterial";

    /// <summary>In pixels.</summary>
    public float? Linewidth { get; init; }

    /// <summary>In metres.</summary>
    public float? DashSize { get; init; }

    /// <summary>In metres.</summary>
    public float? GapSize { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("linewidth"u8, Linewidth);
        props.Write("dashSize"u8, DashSize);
        props.Write("gapSize"u8, GapSize);
    }
}
