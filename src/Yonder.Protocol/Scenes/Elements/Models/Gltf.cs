namespace Yonder.Protocol.Scenes.Elements.Models;

/// <summary>A glTF model, under its older name.</summary>
public sealed record Gltf : ModelElement
{
    /// <inheritdoc />
    public override string Tag => "Gltf";

    /// <summary>Run its animation.</summary>
    public bool? PlayAnimation { get; init; }

    /// <summary>Which of its animations.</summary>
    public int? AnimationIndex { get; init; }

    /// <summary>A factor of the animation's speed.</summary>
    public float? AnimationSpeed { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("playAnimation"u8, PlayAnimation);
        props.Write("animationIndex"u8, AnimationIndex);
        props.Write("animationSpeed"u8, AnimationSpeed);
    }
}
