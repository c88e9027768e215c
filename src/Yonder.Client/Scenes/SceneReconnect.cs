namespace Yonder.Client.Scenes;

/// <summary>How often and how patiently to connect again. Each pause is twice as long as the one before.</summary>
/// <param name="Attempts">Attempts in a row before giving up.</param>
public sealed record SceneReconnect(int Attempts = 5)
{
    /// <summary>The pause after the first failed attempt.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>No pause is longer.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(16);

    internal TimeSpan Pause(int attempt) => TimeSpan.FromTicks((long)Math.Min(LongestPause.Ticks, FirstPause.Ticks * Math.Pow(2, attempt)));
}
