namespace Yonder.Protocol.Scenes.Elements.Inputs;

/// <summary>Tells of the joints of a body, in a headset.</summary>
public sealed record Body : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "Body";

    /// <summary>Events a second.</summary>
    public float? Fps { get; init; }

    /// <summary>Send events while it moves.</summary>
    public bool? Stream { get; init; }

    /// <summary>Do not show the joints.</summary>
    public bool? HideIndicate { get; init; }

    /// <summary>Show the body.</summary>
    public bool? ShowBody { get; init; }

    /// <summary>Show the axes of the joints.</summary>
    public bool? ShowFrame { get; init; }

    /// <summary>Size of the axes.</summary>
    public float? FrameScale { get; init; }

    /// <summary>With the left hand.</summary>
    public bool? LeftHand { get; init; }

    /// <summary>With the right hand.</summary>
    public bool? RightHand { get; init; }

    /// <inheritdoc />
    protected override string? DefaultKey => "body_tracking";

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("fps"u8, Fps);
        props.Write("stream"u8, Stream);
        props.Write("hideIndicate"u8, HideIndicate);
        props.Write("showBody"u8, ShowBody);
        props.Write("showFrame"u8, ShowFrame);
        props.Write("frameScale"u8, FrameScale);
        props.Write("leftHand"u8, LeftHand);
        props.Write("rightHand"u8, RightHand);
    }
}
