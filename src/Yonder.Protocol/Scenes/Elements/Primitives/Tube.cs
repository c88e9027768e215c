namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A tube along a path. <see cref="Primitive.Args"/>: the path, segments along it, radius in metres, segments around, closed: 64, 1, 8, false when left out.</summary>
public sealed record Tube : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Tube";
}
