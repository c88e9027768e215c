namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>A title.</summary>
public sealed record Header1 : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "h1";
}
