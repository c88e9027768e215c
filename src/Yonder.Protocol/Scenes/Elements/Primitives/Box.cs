namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A box. <see cref="Primitive.Args"/>: width, height, depth in metres, then segments along each: 1, 1, 1, 1, 1, 1 when left out.</summary>
public sealed record Box : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Box";
}
