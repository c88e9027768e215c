namespace Yonder.Protocol.Scenes.Elements.Groups;

/// <summary>Parts that move together.</summary>
public sealed record VuerGroup : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "VuerGroup";
}
