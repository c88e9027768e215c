using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Pictures;

/// <summary>A picture all around.</summary>
public sealed record SceneBackground : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "SceneBackground";

    /// <summary>The picture: a URL, or the bytes of a PNG or JPEG.</summary>
    public SceneValue? Src { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props) => props.Write("src"u8, Src);
}
