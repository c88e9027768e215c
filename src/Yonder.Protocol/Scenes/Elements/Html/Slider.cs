namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>A value to slide.</summary>
public sealed record Slider : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "Slider";

    /// <summary>The least value.</summary>
    public float? Min { get; init; }

    /// <summary>The greatest value.</summary>
    public float? Max { get; init; }

    /// <summary>Between two values.</summary>
    public float? Step { get; init; }

    /// <summary>The value.</summary>
    public float? Value { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("min"u8, Min);
        props.Write("max"u8, Max);
        props.Write("step"u8, Step);
        props.Write("value"u8, Value);
    }
}
