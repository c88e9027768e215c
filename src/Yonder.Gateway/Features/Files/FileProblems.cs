using Yonder.Gateway.Platform.Problems;
using Yonder.Protocol.Files;
using Yonder.Runtimes;

namespace Yonder.Gateway.Features.Files;

/// <summary>The failures of file operations in the words that Rexec clients know.</summary>
internal static class FileProblems
{
    public static ProblemException NotFound(RemotePath path) => new(new Problem(StatusCodes.Status404NotFound, FileErrorCode.FileNotFound, $"file not found: {path}"));

    public static ProblemException IsDirectory(RemotePath path)
        => new(new Problem(StatusCodes.Status400BadRequest, "runtime.is_directory", $"path is a directory, not a file: {path}"));

    public static ProblemException TooLarge(long limit)
        => new(new Problem(StatusCodes.Status413PayloadTooLarge, "file_too_large", $"file too large (max {limit} bytes)"));

    /// <summary>Does the work, telling a missing file apart from a missing container.</summary>
    public static async Task<T> NamingAsync<T>(RemotePath path, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (RuntimeException failure) when (failure.Error is RuntimeError.NotFound)
        {
            throw NotFound(path);
        }
    }

    /// <inheritdoc cref="NamingAsync{T}"/>
    public static Task NamingAsync(RemotePath path, Func<ValueTask> work)
        => NamingAsync(path, async () =>
        {
            await work();
            return true;
        });
}
