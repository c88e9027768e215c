namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>A piece of text.</summary>
public sealed record Span : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "Span";
}
