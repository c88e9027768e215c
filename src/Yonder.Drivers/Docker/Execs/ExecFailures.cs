using System.Text;
using Yonder.Drivers.Docker.Engine.Models;
using Yonder.Runtimes;

namespace Yonder.Drivers.Docker.Execs;

/// <summary>Understands an engine's words about a process that it could not start.</summary>
internal static class ExecFailures
{
    private const int HeaderLength = 8;
    private const int MaxText = 600;

    /// <summary>The text in the first bytes of a stream, with or without a frame's header.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > HeaderLength && bytes[0] is 1 or 2 && bytes[1] is 0)
        {
            bytes = bytes[HeaderLength..];
        }

        return Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MaxText)]).TrimEnd('\r', '\n', '.');
    }

    /// <summary>The exception that <paramref name="text"/> means; <see langword="null"/> when it is no such text.</summary>
    public static RuntimeException? Classify(string text, ExecCreateRequest? request)
    {
        var program = request?.Cmd[0] is { } name ? $"'{name}'" : Quoted(text);
        return text switch
        {
            _ when Says(text, "unable to find user") || Says(text, "unable to find group") || Says(text, "no matching entries in")
                => new(RuntimeError.NotFound, "There is no such user in the container."),
            _ when Says(text, "chdir to cwd") || Says(text, "workdir") => Says(text, "permission denied")
                ? new(RuntimeError.AccessDenied, "The working directory may not be entered.")
                : Says(text, "not a directory")
                    ? new(RuntimeError.NotDirectory, "The working directory is not a directory.")
                    : new(RuntimeError.NotFound, "There is no such working directory in the container."),
            _ when !IsRuntimeFailure(text) => null,
            _ when Says(text, "executable file not found") || Says(text, "no such file or directory") || Says(text, "command that was not found")
                => new(RuntimeError.NotFound, $"There is no program {program} in the container."),
            _ when Says(text, "permission denied") || Says(text, "is a directory")
                => new(RuntimeError.AccessDenied, $"{program} cannot be executed."),
            _ when Says(text, "not a directory") => new(RuntimeError.NotFound, $"There is no program {program} in the container."),
            _ when Says(text, "resource temporarily unavailable") || Says(text, "cannot allocate memory")
                => new(RuntimeError.NoSpace, "The container is at its limit of processes or memory."),
            _ => new(RuntimeError.Failed, $"The engine says: {text}."),
        };
    }

    // The words of Docker's and Podman's runtimes, which no program prints by chance before it ends with 125 to 127.
    private static bool IsRuntimeFailure(string text)
        => Says(text, "OCI runtime") || Says(text, "exec failed: unable to start") || Says(text, "failed to exec") || Says(text, "starting container process caused");

    private static bool Says(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static string Quoted(string text)
    {
        var start = text.IndexOf("exec: \"", StringComparison.Ordinal);
        if (start < 0)
        {
            return "of that name";
        }

        start += "exec: \"".Length;
        var end = text.IndexOf('"', start);
        return end > start ? $"'{text[start..end]}'" : "of that name";
    }
}
