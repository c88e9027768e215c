namespace Yonder.Protocol.Scenes.Elements.Inputs;

/// <summary>Tells where a person points.</summary>
public sealed record PointerControls : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "PointerControls";

    /// <summary>Which events it sends.</summary>
    public IReadOnlyList<string>? EventTypes { get; init; }

    /// <summary>Keys of what is pointed at.</summary>
    public IReadOnlyList<string>? Parents { get; init; }

    /// <summary>Mark the place.</summary>
    public bool? Marker { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("eventTypes"u8, EventTypes);
        props.Write("parents"u8, Parents);
        props.Write("marker"u8, Marker);
    }
}
