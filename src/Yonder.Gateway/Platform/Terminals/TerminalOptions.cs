using System.ComponentModel.DataAnnotations;

namespace Yonder.Gateway.Platform.Terminals;

/// <summary>How long terminals live and how many there may be.</summary>
internal sealed class TerminalOptions
{
    public const string Section = "Terminals";

    /// <summary>Gets or sets how long the program waits for a client that was cut off, and how long a session that nobody can name lives without one.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets or sets how long a named session lives without a client.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Gets or sets how long input waits for a new shell's first output. Typed ahead of that, a terminal echoes twice and drops what is beyond 4 KB.</summary>
    public TimeSpan ReadyTimeout { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Gets or sets how long output waits for the first frame of a client that may not be listening yet.</summary>
    public TimeSpan FirstFrameTimeout { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Gets or sets how often JSON clients are told how the container does; they are pinged at every third time.</summary>
    public TimeSpan StatusInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets how much of a session's output is sent to a client that joins without saying where to begin.</summary>
    [Range(0, 16 * 1024 * 1024)]
    public int Scrollback { get; set; } = 256 * 1024;
}
