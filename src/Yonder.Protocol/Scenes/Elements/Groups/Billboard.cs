namespace Yonder.Protocol.Scenes.Elements.Groups;

/// <summary>Parts that always face the camera.</summary>
public sealed record Billboard : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Billboard";

    /// <summary>Whether they do.</summary>
    public bool? Follow { get; init; }

    /// <summary>Do not turn about x.</summary>
    public bool? LockX { get; init; }

    /// <summary>Do not turn about y.</summary>
    public bool? LockY { get; init; }

    /// <summary>Do not turn about z.</summary>
    public bool? LockZ { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("follow"u8, Follow);
        props.Write("lockX"u8, LockX);
        props.Write("lockY"u8, LockY);
        props.Write("lockZ"u8, LockZ);
    }
}
