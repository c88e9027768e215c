namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>A title of the third order.</summary>
public sealed record Header3 : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "h3";
}
