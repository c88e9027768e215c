namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>A block that keeps its end in sight.</summary>
public sealed record AutoScroll : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "AutoScroll";
}
