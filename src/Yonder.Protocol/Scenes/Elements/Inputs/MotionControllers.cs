using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Inputs;

/// <summary>Tells of both controllers of a headset.</summary>
public sealed record MotionControllers : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "MotionControllers";

    /// <summary>Which events it sends.</summary>
    public IReadOnlyList<string>? EventTypes { get; init; }

    /// <summary>Send events while it moves.</summary>
    public bool? Stream { get; init; }

    /// <summary>Whether the left one sends.</summary>
    public SceneValue? Left { get; init; }

    /// <summary>Whether the right one sends.</summary>
    public SceneValue? Right { get; init; }

    /// <summary>Events a second.</summary>
    public float? Fps { get; init; }

    /// <inheritdoc />
    protected override string? DefaultKey => "motion-controllers";

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("eventTypes"u8, EventTypes);
        props.Write("stream"u8, Stream);
        props.Write("left"u8, Left);
        props.Write("right"u8, Right);
        props.Write("fps"u8, Fps);
    }
}
