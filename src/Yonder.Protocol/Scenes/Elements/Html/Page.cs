namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>A page.</summary>
public sealed record Page : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "article";
}
