using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>A piece of slanted text.</summary>
public sealed record Italic : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "Span";

    /// <summary>Says so by its style.</summary>
    public Italic() => Style = new SceneMap { ["fontStyle"] = "italic" };
}
