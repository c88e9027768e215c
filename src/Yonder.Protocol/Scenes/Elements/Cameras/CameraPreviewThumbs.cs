namespace Yonder.Protocol.Scenes.Elements.Cameras;

/// <summary>Small pictures of what the cameras see.</summary>
public sealed record CameraPreviewThumbs : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "CameraPreviewThumbs";

    /// <inheritdoc />
    protected override string? DefaultKey => "CameraPreviewThumbs";
}
