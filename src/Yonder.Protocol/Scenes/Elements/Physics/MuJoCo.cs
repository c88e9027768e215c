using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Physics;

/// <summary>A physics simulation that runs in the browser.</summary>
public sealed record MuJoCo : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "MuJoCo";

    /// <summary>Where it is loaded from: a URL.</summary>
    public string? Src { get; init; }

    /// <summary>URLs of the files that it needs.</summary>
    public SceneValue? Assets { get; init; }

    /// <summary>Where they are.</summary>
    public string? WorkDir { get; init; }

    /// <summary>Pictures a second.</summary>
    public float? Fps { get; init; }

    /// <summary>A factor of its own speed.</summary>
    public float? Speed { get; init; }

    /// <summary>It stands still.</summary>
    public bool? Pause { get; init; }

    /// <summary>Which groups are shown.</summary>
    public SceneValue? Visible { get; init; }

    /// <summary>What its events contain.</summary>
    public SceneValue? FrameKeys { get; init; }

    /// <summary>The state to begin with.</summary>
    public SceneMap? KeyFrame { get; init; }

    /// <summary>How long loading may take, in seconds.</summary>
    public float? Timeout { get; init; }

    /// <summary>Use the lights of its file.</summary>
    public bool? UseLights { get; init; }

    /// <inheritdoc />
    protected override string? DefaultKey => "default-sim";

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("src"u8, Src);
        props.Write("assets"u8, Assets);
        props.Write("workDir"u8, WorkDir);
        props.Write("fps"u8, Fps);
        props.Write("speed"u8, Speed);
        props.Write("pause"u8, Pause);
        props.Write("visible"u8, Visible);
        props.Write("frameKeys"u8, FrameKeys);
        props.Write("keyFrame"u8, KeyFrame);
        props.Write("timeout"u8, Timeout);
        props.Write("useLights"u8, UseLights);
    }
}
