namespace Yonder.Protocol.Scenes.Elements.Groups;

/// <summary>Draws all bounding boxes inside at once.</summary>
public sealed record BoundingBoxProvider : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "BoundingBoxProvider";

    /// <summary>The most boxes.</summary>
    public int? MaxInstances { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("maxInstances"u8, MaxInstances);
    }
}
