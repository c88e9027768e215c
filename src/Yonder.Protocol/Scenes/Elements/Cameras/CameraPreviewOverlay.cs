namespace Yonder.Protocol.Scenes.Elements.Cameras;

/// <summary>A large picture of what a camera sees.</summary>
public sealed record CameraPreviewOverlay : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "CameraPreviewOverlay";

    /// <inheritdoc />
    protected override string? DefaultKey => "CameraPreviewOverlay";
}
