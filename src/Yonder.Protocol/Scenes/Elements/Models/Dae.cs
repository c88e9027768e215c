namespace Yonder.Protocol.Scenes.Elements.Models;

/// <summary>A COLLADA model.</summary>
public sealed record Dae : ModelElement
{
    /// <inheritdoc />
    public override string Tag => "Dae";
}
