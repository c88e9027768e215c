namespace Yonder.Protocol.Scenes.Elements.Lights;

/// <summary>Light from a point.</summary>
public sealed record PointLight : LightElement
{
    /// <inheritdoc />
    public override string Tag => "PointLight";

    /// <summary>How far it reaches in metres; 0 is without end.</summary>
    public float? Distance { get; init; }

    /// <summary>How fast it fades with distance; 2 is as in nature.</summary>
    public float? Decay { get; init; }

    /// <summary>In metres.</summary>
    public float? Radius { get; init; }

    /// <summary>Show where it is.</summary>
    public bool? ShowSphere { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("distance"u8, Distance);
        props.Write("decay"u8, Decay);
        props.Write("radius"u8, Radius);
        props.Write("showSphere"u8, ShowSphere);
    }
}
