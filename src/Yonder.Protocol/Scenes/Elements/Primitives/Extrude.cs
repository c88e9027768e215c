namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A flat shape given thickness. <see cref="Primitive.Args"/>: shapes and options.</summary>
public sealed record Extrude : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Extrude";
}
