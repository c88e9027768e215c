namespace Yonder.Protocol.Scenes.Elements.Data;

/// <summary>Settings for all depth pictures inside.</summary>
public sealed record DepthPointCloudProvider : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "DepthPointCloudProvider";

    /// <summary>Leave out what the camera does not see.</summary>
    public bool? FrustumCulling { get; init; }

    /// <summary>How far beyond the edge still counts as seen.</summary>
    public float? CullingMargin { get; init; }

    /// <summary>Draw fewer points of what is far.</summary>
    public bool? Lod { get; init; }

    /// <summary>Compute once and keep the result.</summary>
    public bool? Bake { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("frustumCulling"u8, FrustumCulling);
        props.Write("cullingMargin"u8, CullingMargin);
        props.Write("lod"u8, Lod);
        props.Write("bake"u8, Bake);
    }
}
