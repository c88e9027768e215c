namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>A title of the second order.</summary>
public sealed record Header2 : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "h2";
}
