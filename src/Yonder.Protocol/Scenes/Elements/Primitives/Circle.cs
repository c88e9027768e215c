namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A disc in the xy plane. <see cref="Primitive.Args"/>: radius in metres, segments, start and length of the angle in radians: 1, 8, 0, 2π when left out.</summary>
public sealed record Circle : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Circle";
}
