namespace Yonder.Protocol.Scenes.Elements.Inputs;

/// <summary>Tells of a game controller.</summary>
public sealed record Gamepad : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "Gamepad";

    /// <summary>Which of those that are plugged in.</summary>
    public int? Index { get; init; }

    /// <summary>Events a second.</summary>
    public float? Fps { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("index"u8, Index);
        props.Write("fps"u8, Fps);
    }
}
