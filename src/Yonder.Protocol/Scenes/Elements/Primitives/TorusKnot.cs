namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A knotted tube. <see cref="Primitive.Args"/>: radius of the knot and of the tube in metres, segments along and around, how often it winds about its axis and about the ring: 1, 0.4, 64, 8, 2, 3 when left out.</summary>
public sealed record TorusKnot : Primitive
{
    /// <inheritdoc />
    public override string Tag => "TorusKnot";
}
