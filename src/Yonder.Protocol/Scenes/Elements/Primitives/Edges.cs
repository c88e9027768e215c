namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>The edges of a geometry where its faces meet at an angle. <see cref="Primitive.Args"/>: the geometry and the smallest angle in degrees.</summary>
public sealed record Edges : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Edges";
}
