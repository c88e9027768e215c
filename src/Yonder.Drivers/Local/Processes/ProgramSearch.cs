using System.Runtime.InteropServices;
using Yonder.Drivers.Local.Files;
using Yonder.Drivers.Local.Native;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Processes;

/// <summary>Finds the program that a command names, in the place where it will run.</summary>
internal static class ProgramSearch
{
    private const int FaccessAt2 = 439;
    private const int Executable = 1;
    private const int EffectiveIds = 0x200;

    /// <summary>The absolute path of the program.</summary>
    /// <exception cref="RuntimeException">There is none, or it cannot be run.</exception>
    public static RemotePath Find(RootDirectory root, string name, string searchPath, RemotePath directory)
    {
        if (name.Length is 0)
        {
            throw new RuntimeException(RuntimeError.NotFound, "The program's name is empty.");
        }

        var program = RemotePath.Parse(name);
        var candidates = program.Bytes.Contains((byte)'/')
            ? [program.IsAbsolute ? program : directory.Append(program)]
            : searchPath.Split(':').Where(entry => entry.StartsWith('/')).Select(entry => RemotePath.Parse(entry).Append(program));
        var refused = false;
        foreach (var candidate in candidates)
        {
            using var file = root.Open(candidate.Bytes, OpenFlags.PathOnly);
            if (file.IsInvalid)
            {
                refused |= Marshal.GetLastPInvokeError() is Errno.AccessDenied;
                continue;
            }

            if (FileStatuses.TryGet(file, out var status) && status.Type is FileStatuses.TypeFile && IsExecutable(file))
            {
                return candidate;
            }

            refused = true;
        }

        throw refused
            ? new RuntimeException(RuntimeError.AccessDenied, $"'{name}' cannot be run: it is no executable file for this user.")
            : new RuntimeException(RuntimeError.NotFound, $"There is no program '{name}' here.");
    }

    private static unsafe bool IsExecutable(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        var empty = stackalloc byte[1];
        return Libc.AccessAt2(FaccessAt2, file, empty, Executable, OpenFlags.EmptyPath | EffectiveIds) is 0;
    }
}
