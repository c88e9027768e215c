namespace Yonder.Protocol.Scenes.Elements.Models;

/// <summary>A recorded motion of a skeleton.</summary>
public sealed record Bvh : ModelElement
{
    /// <inheritdoc />
    public override string Tag => "Bvh";

    /// <summary>In metres.</summary>
    public float? BoneRadius { get; init; }

    /// <summary>Colour of the joints.</summary>
    public string? JointColor { get; init; }

    /// <summary>A text beside it.</summary>
    public string? Label { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("boneRadius"u8, BoneRadius);
        props.Write("jointColor"u8, JointColor);
        props.Write("label"u8, Label);
    }
}
