using System.Numerics;
using Yonder.Protocol.Scenes.Elements.Cameras;
using Yonder.Protocol.Scenes.Elements.Guides;
using Yonder.Protocol.Scenes.Elements.Inputs;
using Yonder.Protocol.Scenes.Elements.Lights;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements;

/// <summary>A scene with what nearly all need: a grid, light, a camera and its controls, and the inputs of gamepads and headsets.</summary>
public sealed record DefaultScene : Scene
{
    /// <summary>The stage without a play.</summary>
    public DefaultScene()
        : this([])
    {
    }

    /// <summary>The stage with these parts on it.</summary>
    public DefaultScene(params SceneNode[] children)
        : this(grid: true, children)
    {
    }

    /// <summary>The stage, with or without a grid, with these parts on it.</summary>
    public DefaultScene(bool grid, params SceneNode[] children)
        : base(children) => BgChildren = grid ? [new Grid(), .. Stage] : [.. Stage];

    private static IEnumerable<SceneNode> Stage =>
    [
        new HemisphereLightStage { Key = "light-stage" },
        new Gamepad { Key = "gamepad-0", Index = 0 },
        new Hands { Fps = 30, Stream = true },
        new MotionControllers { EventTypes = ["trigger", "squeeze"], Stream = true, Left = SceneValue.Nil, Right = SceneValue.Nil, Fps = 30 },
        new SceneCamera { Position = new Vector3(0, 5, 10) },
        new SceneCameraControl { MakeDefault = true },
        new CameraPreviewThumbs(),
        new CameraPreviewOverlay(),
    ];
}
