namespace Yonder.Protocol.Scenes.Elements.Models;

/// <summary>An STL model.</summary>
public sealed record Stl : ModelElement
{
    /// <inheritdoc />
    public override string Tag => "Stl";
}
