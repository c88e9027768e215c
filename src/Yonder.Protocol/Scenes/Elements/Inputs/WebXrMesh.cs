namespace Yonder.Protocol.Scenes.Elements.Inputs;

/// <summary>The meshes of the room, in a headset.</summary>
public sealed record WebXrMesh : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "WebXRMesh";

    /// <summary>Send them when they change.</summary>
    public bool? AutoUpdate { get; init; }

    /// <summary>0 is clear, 1 is solid.</summary>
    public float? Opacity { get; init; }

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <summary>Only edges.</summary>
    public bool? Wireframe { get; init; }

    /// <inheritdoc />
    protected override string? DefaultKey => "webxr-mesh";

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("autoUpdate"u8, AutoUpdate);
        props.Write("opacity"u8, Opacity);
        props.Write("color"u8, Color);
        props.Write("wireframe"u8, Wireframe);
    }
}
