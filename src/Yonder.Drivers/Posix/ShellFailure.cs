using System.Globalization;
using System.Text;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Posix;

/// <summary>Understands how a script of <see cref="ShellScripts"/> ended.</summary>
internal static class ShellFailure
{
    /// <summary>The input ended before the script was told that it was whole.</summary>
    public const int Incomplete = 68;

    private const int NotFound = 61;
    private const int NotDirectory = 62;
    private const int IsDirectory = 63;
    private const int NotEmpty = 64;
    private const int Invalid = 65;
    private const int Denied = 66;
    private const int NoSpace = 67;
    private const int NoProgram = 127;
    private const int MaxWords = 300;

    /// <summary>Whether the script says that the path leads nowhere.</summary>
    public static bool IsAbsent(ExitStatus status) => status.Code is NotFound or NotDirectory;

    /// <summary>The exception for a script that failed.</summary>
    public static RuntimeException From(ExitStatus status, ReadOnlySpan<byte> words, RemotePath path) => status.Code switch
    {
        NotFound => new(RuntimeError.NotFound, $"{path} does not exist."),
        NotDirectory => new(RuntimeError.NotDirectory, $"{path} is not a directory, or leads through something that is not."),
        IsDirectory => new(RuntimeError.IsDirectory, $"{path} is a directory."),
        NotEmpty => new(RuntimeError.NotEmpty, $"{path} is a directory with entries: delete it recursively."),
        Invalid => new(RuntimeError.InvalidRequest, $"{path} is not a regular file, or its links lead in a circle, or its name is too long."),
        Denied => new(RuntimeError.AccessDenied, $"The runtime's user may not do this to {path}."),
        NoSpace => new(RuntimeError.NoSpace, "There is no space left in the runtime."),
        NoProgram => new(RuntimeError.NotSupported, "The runtime lacks the programs that files need: stat, find, dd, head, readlink (coreutils and findutils, or busybox)."),
        _ => new(RuntimeError.Failed, string.Create(CultureInfo.InvariantCulture, $"The runtime failed with {status}. {Text(words)}").TrimEnd()),
    };

    private static string Text(ReadOnlySpan<byte> words) => Encoding.UTF8.GetString(words[..Math.Min(words.Length, MaxWords)]);
}
