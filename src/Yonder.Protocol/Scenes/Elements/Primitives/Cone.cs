namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A cone along y. <see cref="Primitive.Args"/>: radius and height in metres, segments around and along, open base, start and length of the angle in radians: 1, 1, 8, 1, false, 0, 2π when left out.</summary>
public sealed record Cone : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Cone";
}
