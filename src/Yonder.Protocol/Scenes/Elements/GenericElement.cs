namespace Yonder.Protocol.Scenes.Elements;

/// <summary>An element of any tag: one of the renderer's own (<c>mesh</c>, <c>fog</c>, <c>h4</c>…) or of a plugin. Its properties are in <see cref="SceneElement.More"/>.</summary>
/// <param name="Name">The tag.</param>
public sealed record GenericElement(string Name) : SceneElement
{
    /// <inheritdoc />
    public override string Tag => Name;
}
