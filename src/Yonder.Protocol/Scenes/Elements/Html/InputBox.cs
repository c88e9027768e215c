namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>A line to type in.</summary>
public sealed record InputBox : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "Input";

    /// <summary>What it shows at first.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>What it shows while it is empty.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Empty it after Enter.</summary>
    public bool? ClearOnSubmit { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("defaultValue"u8, DefaultValue);
        props.Write("placeholder"u8, Placeholder);
        props.Write("clearOnSubmit"u8, ClearOnSubmit);
    }
}
