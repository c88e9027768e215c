using System.Numerics;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements;

/// <summary>A whole scene. Its children are inside the canvas; there are three more lists beside them.</summary>
public record Scene : SceneElement
{
    /// <summary>An empty scene.</summary>
    public Scene()
    {
    }

    /// <summary>A scene of these parts.</summary>
    public Scene(params SceneNode[] children) => Children = children;

    /// <inheritdoc />
    public sealed override string Tag => "Scene";

    /// <summary>Which way is up; y when left out.</summary>
    public Vector3 Up { get; init; } = Vector3.UnitY;

    /// <summary>Parts beside the children that no editor moves.</summary>
    public IReadOnlyList<SceneNode>? RawChildren { get; init; }

    /// <summary>Parts of the page around the canvas.</summary>
    public IReadOnlyList<SceneNode>? HtmlChildren { get; init; }

    /// <summary>Lights, cameras, controls: what belongs to the stage and not to the play.</summary>
    public IReadOnlyList<SceneNode>? BgChildren { get; init; }

    /// <summary>The colour behind everything.</summary>
    public SceneValue? Background { get; init; }

    /// <summary>How bright colours are brought into what a screen can show.</summary>
    public SceneValue? ToneMapping { get; init; }

    /// <summary>The exposure of that.</summary>
    public float? ToneMappingExposure { get; init; }

    /// <summary>When the scene is drawn: always, demand or never.</summary>
    public string? Frameloop { get; init; }

    /// <summary>Where the camera begins, in metres.</summary>
    public Vector3? CamPosition { get; init; }

    /// <summary>How the camera is turned at first, in radians.</summary>
    public Vector3? CamRotation { get; init; }

    /// <summary>CSS properties of the canvas.</summary>
    public SceneMap? Style { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("up"u8, Up);
        props.Write("bgChildren"u8, BgChildren);
        props.Write("rawChildren"u8, RawChildren);
        props.Write("htmlChildren"u8, HtmlChildren);
        props.Write("background"u8, Background);
        props.Write("toneMapping"u8, ToneMapping);
        props.Write("toneMappingExposure"u8, ToneMappingExposure);
        props.Write("frameloop"u8, Frameloop);
        props.Write("camPosition"u8, CamPosition);
        props.Write("camRotation"u8, CamRotation);
        props.Write("style"u8, Style);
    }
}
