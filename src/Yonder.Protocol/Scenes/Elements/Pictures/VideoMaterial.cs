namespace Yonder.Protocol.Scenes.Elements.Pictures;

/// <summary>A video as the surface of something.</summary>
public sealed record VideoMaterial : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "VideoMaterial";

    /// <summary>Where it is loaded from: a URL.</summary>
    public string? Src { get; init; }

    /// <summary>It begins by itself.</summary>
    public bool? Autoplay { get; init; }

    /// <summary>It begins again at the end.</summary>
    public bool? Loop { get; init; }

    /// <summary>Without sound.</summary>
    public bool? Muted { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("src"u8, Src);
        props.Write("autoplay"u8, Autoplay);
        props.Write("loop"u8, Loop);
        props.Write("muted"u8, Muted);
    }
}
