using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Physics;

/// <summary>A physics simulation for the parts inside.</summary>
public sealed record MuJoCoProvider : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "MuJoCoProvider";

    /// <summary>Where it is loaded from: a URL.</summary>
    public string? Src { get; init; }

    /// <summary>URLs of the files that it needs.</summary>
    public SceneValue? Assets { get; init; }

    /// <summary>Where they are.</summary>
    public string? WorkDir { get; init; }

    /// <summary>Pictures a second.</summary>
    public float? Fps { get; init; }

    /// <summary>It stands still.</summary>
    public bool? Pause { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("src"u8, Src);
        props.Write("assets"u8, Assets);
        props.Write("workDir"u8, WorkDir);
        props.Write("fps"u8, Fps);
        props.Write("pause"u8, Pause);
    }
}
