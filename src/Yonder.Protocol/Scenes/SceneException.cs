namespace Yonder.Protocol.Scenes;

/// <summary>A scene connection or message failed for the reason in <see cref="Error"/>.</summary>
public sealed class SceneException(SceneError error, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The reason, to switch on.</summary>
    public SceneError Error { get; } = error;

    internal static SceneException Bad(string message) => new(SceneError.BadMessage, message);

    internal static SceneException TooLarge(string message) => new(SceneError.TooLarge, message);
}
