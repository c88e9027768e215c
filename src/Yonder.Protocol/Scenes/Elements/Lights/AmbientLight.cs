namespace Yonder.Protocol.Scenes.Elements.Lights;

/// <summary>Light from everywhere.</summary>
public sealed record AmbientLight : LightElement
{
    /// <inheritdoc />
    public override string Tag => "AmbientLight";
}
