namespace Yonder.Protocol.Scenes.Elements.Inputs;

/// <summary>Tells of keys.</summary>
public sealed record KeyboardMonitor : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "KeyboardMonitor";

    /// <summary>Tell when a key goes down.</summary>
    public bool? EnableKeyDown { get; init; }

    /// <summary>Tell when it comes up.</summary>
    public bool? EnableKeyUp { get; init; }

    /// <summary>Tell of the character.</summary>
    public bool? EnableKeyPress { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("enableKeyDown"u8, EnableKeyDown);
        props.Write("enableKeyUp"u8, EnableKeyUp);
        props.Write("enableKeyPress"u8, EnableKeyPress);
    }
}
