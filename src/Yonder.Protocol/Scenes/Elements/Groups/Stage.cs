using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Groups;

/// <summary>Parts on a lit stage.</summary>
public sealed record Stage : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Stage";

    /// <summary>Move the camera so that all is seen: a flag or a margin.</summary>
    public SceneValue? AdjustCamera { get; init; }

    /// <summary>How bright it is.</summary>
    public float? Intensity { get; init; }

    /// <summary>What is around it.</summary>
    public string? Environment { get; init; }

    /// <summary>How its shadows are made.</summary>
    public SceneValue? Shadows { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("adjustCamera"u8, AdjustCamera);
        props.Write("intensity"u8, Intensity);
        props.Write("environment"u8, Environment);
        props.Write("shadows"u8, Shadows);
    }
}
