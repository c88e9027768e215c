using System.Text;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Posix;

/// <summary>Reads what tools say when they fail. The scripts set the C locale; glibc, musl and busybox differ in a few words.</summary>
internal static class PosixErrors
{
    // Exit codes of our own scripts for what they found out themselves.
    private const int NotFound = 91;
    private const int IsDirectory = 92;
    private const int NotDirectory = 93;
    private const int NotRegular = 94;
    private const int NotEmpty = 95;
    private const int TooManyLinks = 96;

    private static readonly (string Text, RuntimeError Error)[] Known =
    [
        ("no space left", RuntimeError.NoSpace),
        ("quota exceeded", RuntimeError.NoSpace),
        ("permission denied", RuntimeError.AccessDenied),
        ("operation not permitted", RuntimeError.AccessDenied),
        ("read-only file system", RuntimeError.AccessDenied),
        ("not a directory", RuntimeError.NotDirectory),
        ("is a directory", RuntimeError.IsDirectory),
        ("directory not empty", RuntimeError.NotEmpty),
        ("too many levels of symbolic links", RuntimeError.InvalidRequest),
        ("symbolic link loop", RuntimeError.InvalidRequest),
        ("name too long", RuntimeError.InvalidRequest),
        ("no such file", RuntimeError.NotFound),
        ("directory nonexistent", RuntimeError.NotFound),
        ("nonexistent directory", RuntimeError.NotFound),
    ];

    public static RuntimeException ToException(ExitStatus status, ReadOnlyMemory<byte> error, RemotePath path)
    {
        var said = Encoding.UTF8.GetString(error.Span);
        return status.Code switch
        {
            NotFound => new(RuntimeError.NotFound, $"{path} does not exist."),
            IsDirectory => new(RuntimeError.IsDirectory, $"{path} is a directory."),
            NotDirectory => new(RuntimeError.NotDirectory, $"{path} is not a directory, or leads through something that is none."),
            NotRegular => new(RuntimeError.InvalidRequest, $"{path} is not a regular file."),
            NotEmpty => new(RuntimeError.NotEmpty, $"{path} is not empty."),
            TooManyLinks => new(RuntimeError.InvalidRequest, $"{path}: too many symbolic links."),
            127 => new(RuntimeError.NotSupported, $"The runtime lacks a tool that files need: {said.Trim()}"),
            _ => FromText(status, said, path),
        };
    }

    private static RuntimeException FromText(ExitStatus status, string said, RemotePath path)
    {
        foreach (var (text, error) in Known)
        {
            if (said.Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                return new(error, $"{path}: {text}.");
            }
        }

        return new(RuntimeError.Failed, $"{path}: the runtime's tools failed ({status}): {said.Trim()}");
    }
}
