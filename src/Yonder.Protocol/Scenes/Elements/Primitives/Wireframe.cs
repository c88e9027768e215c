namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>All edges of a geometry. <see cref="Primitive.Args"/>: the geometry.</summary>
public sealed record Wireframe : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Wireframe";
}
