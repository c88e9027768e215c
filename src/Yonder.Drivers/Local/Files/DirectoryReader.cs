using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Native;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Files;

/// <summary>Reads the names of a directory, some at a time.</summary>
internal sealed class DirectoryReader : IDisposable
{
    // struct dirent64: inode and offset of 8 bytes, length of 2, type of 1, and the name.
    private const int NameOffset = 19;

    private nint _stream;

    /// <summary>Starts to read.</summary>
    /// <param name="directory">A descriptor of the directory, which stays the caller's.</param>
    /// <param name="path">Its path, for messages.</param>
    public DirectoryReader(SafeFileHandle directory, RemotePath path)
    {
        var fd = Libc.OpenAt(directory, ".\0"u8, OpenFlags.ReadOnly | OpenFlags.Directory | OpenFlags.CloseOnExec, 0);
        if (fd < 0)
        {
            throw LocalErrors.Failure(Marshal.GetLastPInvokeError(), path);
        }

        _stream = Libc.OpenDirectory(fd);
        if (_stream is 0)
        {
            var error = Marshal.GetLastPInvokeError();
            _ = Libc.Close(fd);
            throw LocalErrors.Failure(error, path);
        }
    }

    /// <summary>The next names with their terminators, at most <paramref name="count"/>; none at the end.</summary>
    public unsafe List<byte[]> Next(int count)
    {
        var names = new List<byte[]>();
        while (names.Count < count)
        {
            var entry = Libc.ReadDirectory(_stream);
            if (entry is 0)
            {
                break;
            }

            var name = MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)entry + NameOffset);
            if (!name.SequenceEqual("."u8) && !name.SequenceEqual(".."u8))
            {
                names.Add(NativeStrings.Terminated(name));
            }
        }

        return names;
    }

    public void Dispose()
    {
        if (_stream is not 0)
        {
            _ = Libc.CloseDirectory(_stream);
            _stream = 0;
        }
    }
}
