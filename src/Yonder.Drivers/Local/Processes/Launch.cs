using Microsoft.Win32.SafeHandles;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Terminals;

namespace Yonder.Drivers.Local.Processes;

/// <summary>A wish to start a command, in a terminal or with streams.</summary>
internal sealed record Launch
{
    /// <summary>Gets the command; the user's login shell when <see langword="null"/>.</summary>
    public required IReadOnlyList<string>? Command { get; init; }

    public required RemotePath? Directory { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required string? User { get; init; }

    /// <summary>Gets the descriptors 0, 1 and 2; none when the command gets a terminal.</summary>
    public IReadOnlyList<SafeFileHandle> Streams { get; init; } = [];

    /// <summary>Gets the size of the terminal that the command gets.</summary>
    public TerminalSize? Terminal { get; init; }

    public static Launch Of(ExecSpec spec) => new()
    {
        Command = spec.Command,
        Directory = spec.WorkingDirectory,
        Environment = spec.Environment,
        User = spec.User,
    };

    public static Launch Of(TerminalSpec spec) => new()
    {
        Command = spec.Command,
        Directory = spec.WorkingDirectory,
        Environment = spec.Environment,
        User = spec.User,
        Terminal = spec.Size,
    };
}
