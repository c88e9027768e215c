using System.Numerics;

namespace Yonder.Protocol.Scenes.Elements.Guides;

/// <summary>A face by its landmarks.</summary>
public sealed record Facemesh : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Facemesh";

    /// <summary>The points it runs through, in metres.</summary>
    public IReadOnlyList<Vector3>? Points { get; init; }

    /// <summary>How deep it is.</summary>
    public float? Depth { get; init; }

    /// <summary>Show its parts.</summary>
    public bool? Debug { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("points"u8, Points);
        props.Write("depth"u8, Depth);
        props.Write("debug"u8, Debug);
    }
}
