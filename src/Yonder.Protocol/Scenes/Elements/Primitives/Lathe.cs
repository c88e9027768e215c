namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A profile turned about y. <see cref="Primitive.Args"/>: points of the profile, segments around, start and length of the angle in radians.</summary>
public sealed record Lathe : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Lathe";
}
