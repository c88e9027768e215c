namespace Yonder.Protocol.Scenes.Elements.Inputs;

/// <summary>Tells where the head is, in a headset.</summary>
public sealed record Head : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "Head";

    /// <summary>Events a second.</summary>
    public float? Fps { get; init; }

    /// <summary>Send events while it moves.</summary>
    public bool? Stream { get; init; }

    /// <inheritdoc />
    protected override string? DefaultKey => "head_tracking";

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("fps"u8, Fps);
        props.Write("stream"u8, Stream);
    }
}
