namespace Yonder.Protocol.Scenes.Elements.Animation;

/// <summary>Directions over time.</summary>
public sealed record QuaternionTrack : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "QuaternionTrack";

    /// <summary>The property it turns.</summary>
    public string? Name { get; init; }

    /// <summary>Moments in seconds.</summary>
    public IReadOnlyList<float>? Times { get; init; }

    /// <summary>x, y, z, w for each moment.</summary>
    public IReadOnlyList<float>? Values { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("name"u8, Name);
        props.Write("times"u8, Times);
        props.Write("values"u8, Values);
    }
}
