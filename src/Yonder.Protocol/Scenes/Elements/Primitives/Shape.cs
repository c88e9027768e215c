namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A flat shape. <see cref="Primitive.Args"/>: the outline.</summary>
public sealed record Shape : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Shape";
}
