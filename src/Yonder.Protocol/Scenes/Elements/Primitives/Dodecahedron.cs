namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A body of 12 pentagons. <see cref="Primitive.Args"/>: radius in metres and how often each face is divided: 1, 0 when left out.</summary>
public sealed record Dodecahedron : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Dodecahedron";
}
