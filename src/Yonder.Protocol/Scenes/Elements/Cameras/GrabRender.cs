namespace Yonder.Protocol.Scenes.Elements.Cameras;

/// <summary>Answers questions for a picture of the scene.</summary>
public sealed record GrabRender : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "GrabRender";

    /// <summary>Of the picture, 0 to 1.</summary>
    public float? Quality { get; init; }

    /// <summary>The picture is smaller by this factor.</summary>
    public float? Downsample { get; init; }

    /// <inheritdoc />
    protected override string? DefaultKey => "DEFAULT";

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("quality"u8, Quality);
        props.Write("downsample"u8, Downsample);
    }
}
