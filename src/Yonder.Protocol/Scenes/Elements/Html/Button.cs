namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>A button.</summary>
public sealed record Button : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "Button";

    /// <summary>What is on it.</summary>
    public string? Value { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("value"u8, Value);
    }
}
