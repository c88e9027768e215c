using System.Globalization;

namespace Yonder.Runtimes.Exec;

/// <summary>How a process ended: by itself with a code, or by a signal.</summary>
/// <param name="Code">The exit code, 0 to 255; as a shell reports it (128 + signal) when a signal ended the process.</param>
/// <param name="Signal">The number of the signal that ended it; 0 when it exited by itself.</param>
public readonly record struct ExitStatus(int Code, int Signal = 0)
{
    /// <summary>Gets a value indicating whether the process exited by itself with code 0.</summary>
    public bool IsSuccess => Code is 0 && Signal is 0;

    /// <summary>The status of a process that a signal ended.</summary>
    public static ExitStatus FromSignal(int signal) => new(128 + signal, signal);

    /// <inheritdoc/>
    public override string ToString()
        => Signal is 0 ? string.Create(CultureInfo.InvariantCulture, $"exit code {Code}") : string.Create(CultureInfo.InvariantCulture, $"signal {Signal}");
}
