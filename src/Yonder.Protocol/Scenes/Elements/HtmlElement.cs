using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements;

/// <summary>A part of a page.</summary>
public abstract record HtmlElement : SceneElement
{
    /// <summary>CSS properties.</summary>
    public SceneMap? Style { get; init; }

    /// <summary>CSS classes.</summary>
    public string? ClassName { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("style"u8, Style);
        props.Write("className"u8, ClassName);
    }
}
