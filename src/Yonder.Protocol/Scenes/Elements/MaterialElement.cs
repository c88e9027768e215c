namespace Yonder.Protocol.Scenes.Elements;

/// <summary>A surface, inside the part that has it.</summary>
public abstract record MaterialElement : SceneElement
{
    /// <summary>Which property of its parent it becomes.</summary>
    public string? Attach { get; init; }

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <summary>0 is clear, 1 is solid.</summary>
    public float? Opacity { get; init; }

    /// <summary>Let what is behind shine through.</summary>
    public bool? Transparent { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("attach"u8, Attach);
        props.Write("color"u8, Color);
        props.Write("opacity"u8, Opacity);
        props.Write("transparent"u8, Transparent);
    }
}
