using System.Numerics;

namespace Yonder.Protocol.Scenes.Elements.Lights;

/// <summary>Light from a window.</summary>
public sealed record RectAreaLight : LightElement
{
    /// <inheritdoc />
    public override string Tag => "RectAreaLight";

    /// <summary>In metres.</summary>
    public float? Width { get; init; }

    /// <summary>In metres.</summary>
    public float? Height { get; init; }

    /// <summary>The point it looks at, in metres.</summary>
    public Vector3? LookAt { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("width"u8, Width);
        props.Write("height"u8, Height);
        props.Write("lookAt"u8, LookAt);
    }
}
