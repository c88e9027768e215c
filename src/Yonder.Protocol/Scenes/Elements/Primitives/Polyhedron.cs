namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A body of any flat faces, blown up to a sphere. <see cref="Primitive.Args"/>: corners and the indices of triangles as flat lists, radius in metres, how often each face is divided.</summary>
public sealed record Polyhedron : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Polyhedron";
}
