using System.Numerics;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements;

/// <summary>A part with a place in space. Metres; y is up unless the scene says otherwise.</summary>
public abstract record SpatialElement : SceneElement
{
    /// <summary>Where it is, in metres.</summary>
    public Vector3? Position { get; init; }

    /// <summary>How it is turned, in radians about x, y, z in this order.</summary>
    public Vector3? Rotation { get; init; }

    /// <summary>How it is turned, in place of the rotation.</summary>
    public Quaternion? Quaternion { get; init; }

    /// <summary>A factor, or one for each axis.</summary>
    public SceneValue? Scale { get; init; }

    /// <summary>Place, turn and scale in one; it overrides the others.</summary>
    public Matrix4x4? Matrix { get; init; }

    /// <summary>Not shown.</summary>
    public bool? Hide { get; init; }

    /// <summary>Shown, with all that is inside.</summary>
    public bool? Visible { get; init; }

    /// <summary>Throws a shadow.</summary>
    public bool? CastShadow { get; init; }

    /// <summary>Shows the shadows of others.</summary>
    public bool? ReceiveShadow { get; init; }

    /// <summary>Later ones are drawn over earlier ones.</summary>
    public int? RenderOrder { get; init; }

    /// <summary>The layer it is in; cameras show the layers they are told to.</summary>
    public int? Layers { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("position"u8, Position);
        props.Write("rotation"u8, Rotation);
        props.Write("quaternion"u8, Quaternion);
        props.Write("scale"u8, Scale);
        props.Write("matrix"u8, Matrix);
        props.Write("hide"u8, Hide);
        props.Write("visible"u8, Visible);
        props.Write("castShadow"u8, CastShadow);
        props.Write("receiveShadow"u8, ReceiveShadow);
        props.Write("renderOrder"u8, RenderOrder);
        props.Write("layers"u8, Layers);
    }
}
