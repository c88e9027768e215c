namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>A paragraph.</summary>
public sealed record Paragraph : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "p";
}
