namespace Yonder.Protocol.Scenes.Elements.Materials;

/// <summary>Shows shadows and nothing else.</summary>
public sealed record ShadowMaterial : MaterialElement
{
    /// <inheritdoc />
    public override string Tag => "shadowMaterial";
}
