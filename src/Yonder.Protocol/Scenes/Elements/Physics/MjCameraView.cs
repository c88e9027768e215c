using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Physics;

/// <summary>A camera of a physics simulation.</summary>
public sealed record MjCameraView : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "MjCameraView";

    /// <summary>Its name in the simulation.</summary>
    public string? Name { get; init; }

    /// <summary>In pixels.</summary>
    public int? Width { get; init; }

    /// <summary>In pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Pictures a second.</summary>
    public float? Fps { get; init; }

    /// <summary>When it sends.</summary>
    public SceneValue? Stream { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("name"u8, Name);
        props.Write("width"u8, Width);
        props.Write("height"u8, Height);
        props.Write("fps"u8, Fps);
        props.Write("stream"u8, Stream);
    }
}
