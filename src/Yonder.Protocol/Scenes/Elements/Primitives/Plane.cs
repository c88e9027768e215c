namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A rectangle in the xy plane. <see cref="Primitive.Args"/>: width and height in metres, then segments along each: 1, 1, 1, 1 when left out.</summary>
public sealed record Plane : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Plane";
}
