namespace Yonder.Protocol.Scenes.Elements.Animation;

/// <summary>Positions or sizes over time.</summary>
public sealed record VectorTrack : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "VectorTrack";

    /// <summary>The property it moves.</summary>
    public string? Name { get; init; }

    /// <summary>Moments in seconds.</summary>
    public IReadOnlyList<float>? Times { get; init; }

    /// <summary>Three numbers for each moment.</summary>
    public IReadOnlyList<float>? Values { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("name"u8, Name);
        props.Write("times"u8, Times);
        props.Write("values"u8, Values);
    }
}
