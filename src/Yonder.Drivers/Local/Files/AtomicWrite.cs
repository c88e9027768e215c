using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Native;
using Yonder.Runtimes;
using Yonder.Runtimes.Files;

namespace Yonder.Drivers.Local.Files;

/// <summary>Writes a file under a temporary name, and gives it its own once all of it is on the disk.</summary>
internal sealed class AtomicWrite(FilePlace place, FileWriteOptions options)
{
    private const int BufferSize = 256 << 10;
    private const int DefaultMode = 0x1A4;

    private readonly byte[] _temporary = Encoding.ASCII.GetBytes($".yonder-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}\0");

    public async ValueTask RunAsync(Stream content, CancellationToken cancellationToken)
    {
        var isOld = FileStatuses.TryGet(place.Directory, place.Name, out var old);
        if (isOld && old.Type is FileStatuses.TypeDirectory)
        {
            throw LocalErrors.Failure(Errno.IsDirectory, place.Path);
        }

        try
        {
            using var file = Create();
            await CopyAsync(content, file, cancellationToken);
            if (isOld)
            {
                // Only root can give files away; others own what they replace anyway, or lose that.
                _ = Libc.ChangeOwner(file, old.User, old.Group);
            }

            Check(Libc.ChangeMode(file, (uint)(options.Mode ?? (isOld ? old.Mode & 0xFFF : DefaultMode))));
            await Task.Run(() => Check(Libc.Synchronize(file)), cancellationToken);
            Check(Libc.RenameAt(place.Directory, _temporary, place.Directory, place.Name));
        }
        catch
        {
            _ = Libc.UnlinkAt(place.Directory, _temporary, 0);
            throw;
        }
    }

    private SafeFileHandle Create()
    {
        var flags = OpenFlags.WriteOnly | OpenFlags.Create | OpenFlags.Exclusive | OpenFlags.NoFollow | OpenFlags.CloseOnExec;
        var fd = Libc.OpenAt(place.Directory, _temporary, flags, 0x180);
        return fd >= 0 ? new(fd, ownsHandle: true) : throw LocalErrors.Failure(Marshal.GetLastPInvokeError(), place.Path);
    }

    private void Check(int result)
    {
        if (result is not 0)
        {
            throw LocalErrors.Failure(Marshal.GetLastPInvokeError(), place.Path);
        }
    }

    private async ValueTask CopyAsync(Stream content, SafeFileHandle file, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var total = 0L;
            while (await content.ReadAsync(buffer, cancellationToken) is var count and > 0)
            {
                if (total + count > options.Length)
                {
                    throw WrongLength("more");
                }

                await WriteAsync(file, buffer.AsMemory(0, count), total, cancellationToken);
                total += count;
            }

            if (total < options.Length)
            {
                throw WrongLength($"only {total}");
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async ValueTask WriteAsync(SafeFileHandle file, ReadOnlyMemory<byte> bytes, long offset, CancellationToken cancellationToken)
    {
        try
        {
            await RandomAccess.WriteAsync(file, bytes, offset, cancellationToken);
        }
        catch (IOException exception)
        {
            // The result code of an I/O failure is the kernel's error number.
            throw LocalErrors.Failure(exception.HResult, place.Path);
        }
    }

    private RuntimeException WrongLength(string came) => new(RuntimeError.InvalidRequest, $"{options.Length} bytes were announced, but {came} came.");
}
