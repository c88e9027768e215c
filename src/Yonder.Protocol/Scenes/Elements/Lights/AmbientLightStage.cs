namespace Yonder.Protocol.Scenes.Elements.Lights;

/// <summary>An even light of a scene.</summary>
public sealed record AmbientLightStage : LightElement
{
    /// <inheritdoc />
    public override string Tag => "AmbientLightStage";
}
