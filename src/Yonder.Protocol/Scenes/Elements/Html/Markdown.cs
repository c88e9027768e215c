namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>Text in Markdown. Its child is the text.</summary>
public sealed record Markdown : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "Markdown";
}
