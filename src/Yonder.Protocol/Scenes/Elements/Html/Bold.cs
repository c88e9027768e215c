using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>A piece of bold text.</summary>
public sealed record Bold : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "Span";

    /// <summary>Says so by its style.</summary>
    public Bold() => Style = new SceneMap { ["fontWeight"] = "bold" };
}
