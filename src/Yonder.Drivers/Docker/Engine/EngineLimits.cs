namespace Yonder.Drivers.Docker.Engine;

/// <summary>How long and how large answers may be.</summary>
internal sealed record EngineLimits
{
    public static EngineLimits Default { get; } = new();

    /// <summary>Gets how long connecting may take.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets how long an ordinary call may take. Generous: twenty creates at once on a small machine queue in the engine.</summary>
    public TimeSpan Call { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets how long a streamed answer that must make progress, such as a pull, may be silent.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets the most bytes of a whole JSON answer.</summary>
    public int Answer { get; init; } = 16 << 20;

    /// <summary>Gets the most bytes of one line of a streamed JSON answer.</summary>
    public int Line { get; init; } = 256 << 10;
}
