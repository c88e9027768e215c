using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Pictures;

/// <summary>A live video as the surface of something.</summary>
public sealed record WebRtcVideoMaterial : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "WebRTCVideoMaterial";

    /// <summary>Where the stream is offered: a URL.</summary>
    public string? Src { get; init; }

    /// <summary>How the peers find each other.</summary>
    public SceneValue? IceServer { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("src"u8, Src);
        props.Write("iceServer"u8, IceServer);
    }
}
