using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Splats;

/// <summary>Gaussian splats drawn by Spark.</summary>
public sealed record SparkSplats : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "SparkSplats";

    /// <summary>Where it is loaded from: a URL.</summary>
    public string? Src { get; init; }

    /// <summary>How it is turned and scaled.</summary>
    public SceneValue? Transforms { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("src"u8, Src);
        props.Write("transforms"u8, Transforms);
    }
}
