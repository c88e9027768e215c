using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Native;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Files;

/// <summary>Deletes a directory with everything in it, by descriptors: no link is followed, and no depth is too deep.</summary>
internal sealed class TreeDeletion(RemotePath path)
{
    /// <summary>How many directories are open at once; what lies deeper is first moved up.</summary>
    private const int MaxDepth = 32;

    private const int Batch = 1024;

    private SafeFileHandle? _top;
    private int _moved;

    /// <summary>Deletes the name in a directory, whatever it is.</summary>
    public void Delete(SafeFileHandle parent, ReadOnlySpan<byte> terminatedName, CancellationToken cancellationToken)
        => Delete(parent, terminatedName, 0, cancellationToken);

    private void Delete(SafeFileHandle parent, ReadOnlySpan<byte> name, int depth, CancellationToken cancellationToken)
    {
        if (Libc.UnlinkAt(parent, name, 0) is 0)
        {
            return;
        }

        var error = Marshal.GetLastPInvokeError();
        if (error is not (Errno.IsDirectory or Errno.OperationNotPermitted))
        {
            // What somebody else deleted meanwhile is what we want.
            if (error is not Errno.NoEntry || depth is 0)
            {
                throw LocalErrors.Failure(error, path);
            }

            return;
        }

        if (depth >= MaxDepth)
        {
            MoveUp(parent, name);
            return;
        }

        Empty(parent, name, depth, cancellationToken);
        if (Libc.UnlinkAt(parent, name, OpenFlags.RemoveDirectory) is not 0)
        {
            throw LocalErrors.Failure(Marshal.GetLastPInvokeError(), path);
        }
    }

    private void Empty(SafeFileHandle parent, ReadOnlySpan<byte> name, int depth, CancellationToken cancellationToken)
    {
        var flags = OpenFlags.ReadOnly | OpenFlags.Directory | OpenFlags.NoFollow | OpenFlags.CloseOnExec;
        using var directory = new SafeFileHandle(Libc.OpenAt(parent, name, flags, 0), ownsHandle: true);
        if (directory.IsInvalid)
        {
            throw LocalErrors.Failure(Marshal.GetLastPInvokeError(), path);
        }

        _top ??= directory;
        while (true)
        {
            // Read anew each time: what is deleted while reading may hide others.
            using var reader = new DirectoryReader(directory, path);
            var names = reader.Next(Batch);
            if (names.Count is 0)
            {
                return;
            }

            foreach (var entry in names)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Delete(directory, entry, depth + 1, cancellationToken);
            }
        }
    }

    private void MoveUp(SafeFileHandle parent, ReadOnlySpan<byte> name)
    {
        var target = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $".yonder-deleted-{_moved++}\0"));
        if (_top is null || Libc.RenameAt(parent, name, _top, target) is not 0)
        {
            throw LocalErrors.Failure(Marshal.GetLastPInvokeError(), path);
        }
    }
}
