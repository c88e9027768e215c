namespace Yonder.Protocol.Scenes.Elements.Groups;

/// <summary>Parts that move together: the renderer's own.</summary>
public sealed record NativeGroup : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "group";
}
