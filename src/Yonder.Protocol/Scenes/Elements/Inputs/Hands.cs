using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Inputs;

/// <summary>Tells of the joints of both hands, in a headset.</summary>
public sealed record Hands : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "Hands";

    /// <summary>Events a second.</summary>
    public float? Fps { get; init; }

    /// <summary>Send events while it moves.</summary>
    public bool? Stream { get; init; }

    /// <summary>Which events it sends.</summary>
    public IReadOnlyList<string>? EventTypes { get; init; }

    /// <summary>Whether the left one sends.</summary>
    public SceneValue? Left { get; init; }

    /// <summary>Whether the right one sends.</summary>
    public SceneValue? Right { get; init; }

    /// <summary>Do not show the left one.</summary>
    public bool? HideLeft { get; init; }

    /// <summary>Do not show the right one.</summary>
    public bool? HideRight { get; init; }

    /// <summary>Show the axes of the joints.</summary>
    public bool? ShowAxes { get; init; }

    /// <summary>A factor.</summary>
    public float? Scale { get; init; }

    /// <inheritdoc />
    protected override string? DefaultKey => "hands";

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("fps"u8, Fps);
        props.Write("stream"u8, Stream);
        props.Write("eventTypes"u8, EventTypes);
        props.Write("left"u8, Left);
        props.Write("right"u8, Right);
        props.Write("hideLeft"u8, HideLeft);
        props.Write("hideRight"u8, HideRight);
        props.Write("showAxes"u8, ShowAxes);
        props.Write("scale"u8, Scale);
    }
}
