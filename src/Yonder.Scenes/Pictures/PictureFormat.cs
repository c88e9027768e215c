namespace Yonder.Scenes.Pictures;

/// <summary>What a picture is sent as.</summary>
public enum PictureFormat
{
    /// <summary>Exact, and larger.</summary>
    Png,

    /// <summary>Small, and not exact; without transparency.</summary>
    Jpeg,
}
