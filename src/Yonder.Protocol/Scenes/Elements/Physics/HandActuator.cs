namespace Yonder.Protocol.Scenes.Elements.Physics;

/// <summary>Moves a joint of a simulation by a hand.</summary>
public sealed record HandActuator : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "HandActuator";

    /// <summary>Which control of the simulation.</summary>
    public int? CtrlId { get; init; }

    /// <summary>Which movement of the hand.</summary>
    public string? Cond { get; init; }

    /// <summary>Added to the value.</summary>
    public float? Offset { get; init; }

    /// <summary>A factor.</summary>
    public float? Scale { get; init; }

    /// <summary>The least value.</summary>
    public float? Low { get; init; }

    /// <summary>The greatest value.</summary>
    public float? High { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("ctrlId"u8, CtrlId);
        props.Write("cond"u8, Cond);
        props.Write("offset"u8, Offset);
        props.Write("scale"u8, Scale);
        props.Write("low"u8, Low);
        props.Write("high"u8, High);
    }
}
