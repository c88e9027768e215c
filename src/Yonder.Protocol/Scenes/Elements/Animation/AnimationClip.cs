namespace Yonder.Protocol.Scenes.Elements.Animation;

/// <summary>A piece of animation, made of tracks.</summary>
public sealed record AnimationClip : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "AnimationClip";

    /// <summary>In seconds; as long as its tracks when left out.</summary>
    public float? Duration { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("duration"u8, Duration);
        props.Write("name"u8, Name);
    }
}
