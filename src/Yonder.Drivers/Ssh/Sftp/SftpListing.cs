using Yonder.Runtimes;

namespace Yonder.Drivers.Ssh.Sftp;

/// <summary>A directory that is being listed, one answer of the server at a time.</summary>
internal sealed class SftpListing(SftpSession session, byte[] handle, RemotePath path) : IAsyncDisposable
{
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(10);

    /// <summary>Gives the next names, <c>.</c> and <c>..</c> left out; <see langword="null"/> at the end.</summary>
    public async Task<IReadOnlyList<(RemotePath Name, SftpAttributes Attributes)>?> NextAsync(CancellationToken cancellationToken)
    {
        using var answer = await session.AskAsync(new SftpRequest(SftpPacketType.ReadDirectory).Text(handle), cancellationToken);
        if (answer.StatusOf() is SftpStatus.EndOfFile)
        {
            return null;
        }

        answer.Expect(SftpPacketType.Name, path);
        return Read(answer);
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(CloseLimit);
        try
        {
            using var answer = await session.AskAsync(new SftpRequest(SftpPacketType.Close).Text(handle), limit.Token);
        }
        catch (Exception e) when (e is RuntimeException or OperationCanceledException)
        {
            // The connection is gone, and the handle with it.
        }
    }

    private static List<(RemotePath Name, SftpAttributes Attributes)> Read(SftpResponse answer)
    {
        var reader = answer.Read();
        var names = new List<(RemotePath, SftpAttributes)>();
        for (var left = reader.Number(); left > 0; left--)
        {
            var name = reader.Text();
            reader.Text(); // What ls -l would print.
            var attributes = reader.Attributes();
            if (!name.SequenceEqual("."u8) && !name.SequenceEqual(".."u8))
            {
                names.Add((RemotePath.FromBytes(name), attributes));
            }
        }

        return names;
    }
}
