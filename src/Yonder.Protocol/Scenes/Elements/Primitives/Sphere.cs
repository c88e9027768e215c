namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A sphere. <see cref="Primitive.Args"/>: radius in metres, segments around and from pole to pole, then start and length of both angles in radians: 1, 32, 16, 0, 2π, 0, π when left out.</summary>
public sealed record Sphere : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Sphere";
}
