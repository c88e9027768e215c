using System.Numerics;

namespace Yonder.Protocol.Scenes.Elements.Lights;

/// <summary>Light from one direction, like the sun.</summary>
public sealed record DirectionalLight : LightElement
{
    /// <inheritdoc />
    public override string Tag => "DirectionalLight";

    /// <summary>The point it aims at, in metres.</summary>
    public Vector3? Target { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("target"u8, Target);
    }
}
