namespace Yonder.Protocol.Scenes.Elements.Animation;

/// <summary>Plays an animation on what is inside.</summary>
public sealed record ThreeAnimate : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "ThreeAnimate";

    /// <summary>Which of its clips.</summary>
    public int? ClipIndex { get; init; }

    /// <summary>It runs.</summary>
    public bool? Play { get; init; }

    /// <summary>A factor of its own speed.</summary>
    public float? Speed { get; init; }

    /// <summary>It begins again at the end.</summary>
    public bool? Loop { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("clipIndex"u8, ClipIndex);
        props.Write("play"u8, Play);
        props.Write("speed"u8, Speed);
        props.Write("loop"u8, Loop);
    }
}
