namespace Yonder.Protocol.Scenes.Elements.Models;

/// <summary>An FBX model.</summary>
public sealed record Fbx : ModelElement
{
    /// <inheritdoc />
    public override string Tag => "Fbx";
}
