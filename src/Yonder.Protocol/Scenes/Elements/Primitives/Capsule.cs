namespace Yonder.Protocol.Scenes.Elements.Primitives;

/// <summary>A cylinder along y with round ends. <see cref="Primitive.Args"/>: radius and length in metres, segments of the ends and around: 1, 1, 4, 8 when left out.</summary>
public sealed record Capsule : Primitive
{
    /// <inheritdoc />
    public override string Tag => "Capsule";
}
