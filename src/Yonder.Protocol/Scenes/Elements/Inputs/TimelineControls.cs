namespace Yonder.Protocol.Scenes.Elements.Inputs;

/// <summary>A time line to play and step.</summary>
public sealed record TimelineControls : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "TimelineControls";

    /// <summary>Its first step.</summary>
    public int? Start { get; init; }

    /// <summary>Its last step.</summary>
    public int? End { get; init; }

    /// <summary>Between two steps.</summary>
    public int? StepSize { get; init; }

    /// <summary>It runs.</summary>
    public bool? Play { get; init; }

    /// <summary>A factor of its own speed.</summary>
    public float? Speed { get; init; }

    /// <summary>Events a second.</summary>
    public float? Fps { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("start"u8, Start);
        props.Write("end"u8, End);
        props.Write("stepSize"u8, StepSize);
        props.Write("play"u8, Play);
        props.Write("speed"u8, Speed);
        props.Write("fps"u8, Fps);
    }
}
