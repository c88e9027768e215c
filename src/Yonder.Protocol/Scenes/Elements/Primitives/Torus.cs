namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A ring with a round section. <see cref="Primitive.Args"/>: radius of the ring and of the tube in metres, segments of the tube and around, length of the angle in radians: 1, 0.4, 8, 6, 2π when left out.</summary>
public sealed record Torus : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Torus";
}
