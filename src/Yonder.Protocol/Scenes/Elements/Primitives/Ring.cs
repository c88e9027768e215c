namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A disc with a hole, in the xy plane. <see cref="Primitive.Args"/>: inner and outer radius in metres, segments around and across, start and length of the angle in radians: 0.5, 1, 8, 1, 0, 2π when left out.</summary>
public sealed record Ring : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Ring";
}
