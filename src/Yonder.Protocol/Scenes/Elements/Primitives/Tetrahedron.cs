namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A body of 4 triangles. <see cref="Primitive.Args"/>: radius in metres and how often each face is divided: 1, 0 when left out.</summary>
public sealed record Tetrahedron : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Tetrahedron";
}
