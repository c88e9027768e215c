using System.Text.Json.Serialization;

namespace Yonder.Protocol.Containers;

/// <summary>How a command ended and what it printed.</summary>
public sealed record ExecResult
{
    /// <summary>Gets the exit code; 128 + n when signal n ended it.</summary>
    public int ExitCode { get; init; }

    /// <summary>Gets what it wrote to standard output, as text.</summary>
    public string Stdout { get; init; } = "";

    /// <summary>Gets what it wrote to standard error, as text.</summary>
    public string Stderr { get; init; } = "";

    /// <summary>Gets both outputs together.</summary>
    public string Output { get; init; } = "";

    /// <summary>Gets how long it ran.</summary>
    public double DurationMs { get; init; }

    /// <summary>Gets a value indicating whether output beyond the limit was thrown away.</summary>
    public bool Truncated { get; init; }

    /// <summary>Gets the command as it ran, in words.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Gets the error of a command that was killed because its time was over.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the seconds such a command had.</summary>
    public int? TimeoutS { get; init; }

    // Older clients bind only this name.
    [JsonInclude]
    [JsonPropertyName("exitCode")]
    internal int ExitCodeTwin
    {
        get => ExitCode;
        init { } // read by name above: without a setter the serializer throws when it reads this one
    }
}
