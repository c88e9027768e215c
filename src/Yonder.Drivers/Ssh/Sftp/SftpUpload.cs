using Yonder.Runtimes;
using Yonder.Runtimes.Files;

namespace Yonder.Drivers.Ssh.Sftp;

/// <summary>Writes a file beside its target, with several requests under way, and puts it in the target's place once all of it is there.</summary>
internal sealed class SftpUpload(SftpSession session, SftpCalls calls, RemotePath target)
{
    private const int NewFileMode = 0x1A4;
    private const int MaxWindowBytes = 4 << 20;
    private static readonly TimeSpan CleanUpLimit = TimeSpan.FromSeconds(10);
    private readonly Queue<Task<SftpResponse>> _written = new();
    private readonly RemotePath _temporary = target.Parent.Append($".yonder-{Guid.NewGuid():N}");

    public async Task RunAsync(Stream content, FileWriteOptions options, CancellationToken cancellationToken)
    {
        var mode = options.Mode ?? (await calls.StatAsync(target, followLink: false, cancellationToken))?.Permissions ?? NewFileMode;
        var handle = await calls.OpenAsync(_temporary, SftpOpenFlags.Write | SftpOpenFlags.Create | SftpOpenFlags.Exclusive, mode, cancellationToken);
        var isOpen = true;
        try
        {
            await CopyAsync(content, handle, options.Length, cancellationToken);
            await calls.SetModeAsync(handle, mode, target, cancellationToken);
            await calls.SyncAsync(handle, target, cancellationToken);
            isOpen = false;
            await calls.CloseAsync(handle, target, cancellationToken);
            await calls.RenameAsync(_temporary, target, cancellationToken);
        }
        catch
        {
            await CleanUpAsync(isOpen ? handle : null);
            throw;
        }
    }

    private async Task CopyAsync(Stream content, byte[] handle, long? expected, CancellationToken cancellationToken)
    {
        var window = Math.Max(2, MaxWindowBytes / session.ChunkSize);
        long offset = 0;
        var buffer = new byte[session.ChunkSize];
        int read;
        while ((read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)) > 0)
        {
            var request = new SftpRequest(SftpPacketType.Write, read + 512).Text(handle).Number64((ulong)offset).Text(buffer.AsSpan(0, read));
            _written.Enqueue(await session.SendAsync(request, cancellationToken));
            offset += read;
            if (offset > expected)
            {
                break;
            }

            if (_written.Count >= window)
            {
                await CheckAsync(handle, cancellationToken);
            }
        }

        while (_written.Count > 0)
        {
            await CheckAsync(handle, cancellationToken);
        }

        if (expected is { } length && length != offset)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, $"{target}: {(offset > length ? "more" : "fewer")} bytes came than the {length} announced; the file is unchanged.");
        }
    }

    private async Task CheckAsync(byte[] handle, CancellationToken cancellationToken)
    {
        using var answer = await _written.Dequeue().WaitAsync(cancellationToken);
        if (answer.StatusOf() is SftpStatus.Failure && await calls.IsFullAsync(handle, cancellationToken))
        {
            throw new RuntimeException(RuntimeError.NoSpace, $"{target}: no space is left on the host.");
        }

        answer.Expect(SftpPacketType.Status, target);
    }

    private async Task CleanUpAsync(byte[]? handle)
    {
        using var limit = new CancellationTokenSource(CleanUpLimit);
        try
        {
            while (_written.TryDequeue(out var written))
            {
                (await written.WaitAsync(limit.Token)).Dispose();
            }

            if (handle is not null)
            {
                await calls.CloseAsync(handle, _temporary, limit.Token);
            }

            await calls.RemoveAsync(SftpPacketType.Remove, _temporary, limit.Token);
        }
        catch (Exception e) when (e is RuntimeException or OperationCanceledException)
        {
            // The first failure is the one to report; with the connection gone, the temporary file stays.
        }
    }
}
