namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>A block.</summary>
public sealed record Div : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "Div";
}
