namespace Yonder.Scenes;

/// <summary>Who sees the changes that a session makes to the scene.</summary>
public enum SceneSharing
{
    /// <summary>Everybody: a program moves a box and every browser shows it, also one that comes later.</summary>
    Shared,

    /// <summary>The session alone, as in the original: each browser has a scene of its own.</summary>
    PerSession,
}
