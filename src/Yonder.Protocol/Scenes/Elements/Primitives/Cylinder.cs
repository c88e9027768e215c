namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A cylinder along y, or a part of a cone. <see cref="Primitive.Args"/>: radius at the top and bottom, height in metres, segments around and along, open ends, start and length of the angle in radians: 1, 1, 1, 8, 1, false, 0, 2π when left out.</summary>
public sealed record Cylinder : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Cylinder";
}
