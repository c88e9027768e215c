using System.Numerics;

namespace Yonder.Protocol.Scenes.Elements.Lights;

/// <summary>Light in a cone.</summary>
public sealed record SpotLight : LightElement
{
    /// <inheritdoc />
    public override string Tag => "SpotLight";

    /// <summary>Half of the opening, in radians; π/3 when left out.</summary>
    public float? Angle { get; init; }

    /// <summary>How soft the edge is, 0 to 1.</summary>
    public float? Penumbra { get; init; }

    /// <summary>How fast it fades with distance; 2 is as in nature.</summary>
    public float? Decay { get; init; }

    /// <summary>How far it reaches in metres; 0 is without end.</summary>
    public float? Distance { get; init; }

    /// <summary>The point it aims at, in metres.</summary>
    public Vector3? Target { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("angle"u8, Angle);
        props.Write("penumbra"u8, Penumbra);
        props.Write("decay"u8, Decay);
        props.Write("distance"u8, Distance);
        props.Write("target"u8, Target);
    }
}
