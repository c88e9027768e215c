using System.ComponentModel.DataAnnotations;

namespace Yonder.Gateway.Features.Recordings;

/// <summary>How large recordings may become and how long they are kept.</summary>
internal sealed class RecordingOptions
{
    public const string Section = "Recordings";

    /// <summary>Gets or sets the size at which a recording stops by itself.</summary>
    [Range(1024, long.MaxValue)]
    public long MaxBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>Gets or sets the length at which a recording stops by itself.</summary>
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Gets or sets how much one user's recordings may take together; a new one is refused beyond that.</summary>
    [Range(1024, long.MaxValue)]
    public long MaxBytesPerUser { get; set; } = 5L * 1024 * 1024 * 1024;

    /// <summary>Gets or sets after how long a recording is deleted; <see langword="null"/> keeps all.</summary>
    public TimeSpan? Retention { get; set; }

    /// <summary>Gets or sets how often recordings are looked through for those that are too old.</summary>
    public TimeSpan RetentionInterval { get; set; } = TimeSpan.FromHours(1);
}
