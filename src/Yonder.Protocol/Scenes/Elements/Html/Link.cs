namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>A link.</summary>
public sealed record Link : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "a";

    /// <summary>Where it leads.</summary>
    public string? Href { get; init; }

    /// <summary>Which window it opens in.</summary>
    public string? Target { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("href"u8, Href);
        props.Write("target"u8, Target);
    }
}
