using System.Numerics;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Inputs;

/// <summary>A handle that a person can move; what is inside moves with it.</summary>
public sealed record Movable : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Movable";

    /// <summary>From the handle to what is inside, in metres.</summary>
    public Vector3? Offset { get; init; }

    /// <summary>The size of the handle, in metres.</summary>
    public SceneValue? Handle { get; init; }

    /// <summary>Show its axes.</summary>
    public bool? ShowFrame { get; init; }

    /// <summary>Turn about its own axes.</summary>
    public bool? LocalRotation { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("offset"u8, Offset);
        props.Write("handle"u8, Handle);
        props.Write("showFrame"u8, ShowFrame);
        props.Write("localRotation"u8, LocalRotation);
    }
}
