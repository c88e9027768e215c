namespace Yonder.Protocol.Scenes.Elements.Groups;

/// <summary>A light that moves a little each frame, for soft shadows.</summary>
public sealed record RandomizedLight : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "RandomizedLight";

    /// <summary>How bright it is.</summary>
    public float? Intensity { get; init; }

    /// <summary>In metres.</summary>
    public float? Radius { get; init; }

    /// <summary>How many lights.</summary>
    public int? Amount { get; init; }

    /// <summary>How much of it is from everywhere.</summary>
    public float? Ambient { get; init; }

    /// <summary>Moves the shadow off its cause.</summary>
    public float? Bias { get; init; }

    /// <summary>Pixels of the shadow's side.</summary>
    public int? MapSize { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("intensity"u8, Intensity);
        props.Write("radius"u8, Radius);
        props.Write("amount"u8, Amount);
        props.Write("ambient"u8, Ambient);
        props.Write("bias"u8, Bias);
        props.Write("mapSize"u8, MapSize);
    }
}
