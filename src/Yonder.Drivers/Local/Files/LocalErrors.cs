using Yonder.Drivers.Local.Native;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Files;

/// <summary>The kernel's errors in the words of the core.</summary>
internal static class LocalErrors
{
    public static RuntimeException Failure(int error, RemotePath path) => error switch
    {
        Errno.NoEntry => new(RuntimeError.NotFound, $"'{path}' does not exist."),
        Errno.AccessDenied or Errno.OperationNotPermitted => new(RuntimeError.AccessDenied, $"'{path}' may not be accessed so."),
        Errno.ReadOnly => new(RuntimeError.AccessDenied, $"'{path}' is on a read-only file system."),
        Errno.NotDirectory => new(RuntimeError.NotDirectory, $"'{path}' is, or leads through, something that is not a directory."),
        Errno.Exists => new(RuntimeError.NotDirectory, $"'{path}' exists and is not a directory."),
        Errno.IsDirectory => new(RuntimeError.IsDirectory, $"'{path}' is a directory."),
        Errno.NotEmpty => new(RuntimeError.NotEmpty, $"The directory '{path}' is not empty."),
        Errno.NoSpace or Errno.OverQuota or Errno.FileTooBig => new(RuntimeError.NoSpace, "There is no room left."),
        Errno.LinkLoop => new(RuntimeError.InvalidRequest, $"The links of '{path}' go in a circle."),
        Errno.NameTooLong => new(RuntimeError.InvalidRequest, $"'{path}' has a name that is too long."),
        Errno.CrossDevice => new(RuntimeError.InvalidRequest, $"'{path}' cannot be moved to another file system: copy it."),
        Errno.Invalid => new(RuntimeError.InvalidRequest, $"'{path}' cannot be used so."),
        Errno.TooManyFiles => new(RuntimeError.LimitReached, "Too many files are open."),
        _ => new(RuntimeError.Failed, $"'{path}' could not be handled (error {error})."),
    };
}
