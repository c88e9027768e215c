namespace Yonder.Protocol.Scenes.Elements.Inputs;

/// <summary>Tells of clicks on what is inside.</summary>
public sealed record Clickable : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Clickable";
}
