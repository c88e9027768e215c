using System.Globalization;
using System.Text;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Files;

namespace Yonder.Drivers.Posix;

/// <summary>
/// Writes a file in two steps: the content goes under a temporary name, and only once the runtime has told that it has all of it does a
/// second command put it in the file's place. A connection that is cut looks like the content's end from the other side.
/// </summary>
internal sealed class PosixUpload(PosixFiles files, RemotePath path)
{
    private const int BufferSize = 1 << 17;
    private static readonly TimeSpan CleanUpLimit = TimeSpan.FromSeconds(10);
    private readonly string _temporary = $".yonder-{Guid.NewGuid():N}";

    public async Task RunAsync(Stream content, FileWriteOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var (mode, target) = await SendAsync(content, options, cancellationToken);
            await files.RunToSuccessAsync(PosixScripts.Commit, [target.ToArgument(), _temporary, options.Mode is { } wanted ? Octal(wanted) : mode], path, cancellationToken);
        }
        catch
        {
            await DiscardAsync();
            throw;
        }
    }

    private static string Octal(int mode) => Convert.ToString(mode, 8);

    private async Task<(string Mode, RemotePath Target)> SendAsync(Stream content, FileWriteOptions options, CancellationToken cancellationToken)
    {
        await using var process = await files.StartAsync(
            PosixScripts.Receive, [path.ToArgument(), _temporary, options.CreateParents ? "parents" : ""], cancellationToken);
        var error = PosixFiles.CollectErrorAsync(process, cancellationToken);
        var output = ReadAllAsync(process.StandardOutput, cancellationToken);
        var sent = await CopyAsync(content, process, options.Length, cancellationToken);
        await PosixFiles.ThrowUnlessSuccessAsync(process, error, path, cancellationToken);
        var (size, mode, target) = Parse(await output);
        if (size != sent)
        {
            throw new RuntimeException(RuntimeError.Unreachable, $"{path}: only {size} of {sent} bytes arrived; the file is unchanged.");
        }

        return (mode is "0" ? "644" : mode, target);
    }

    private async Task<long> CopyAsync(Stream content, IProcess process, long? expected, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        long sent = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            sent += read;
            if (sent > expected || !await TryWriteAsync(process, buffer.AsMemory(0, read), cancellationToken))
            {
                break;
            }
        }

        if (expected is { } length && length != sent)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, $"{path}: {(sent > length ? "more" : "fewer")} bytes came than the {length} announced; the file is unchanged.");
        }

        await process.StandardInput.DisposeAsync();
        return sent;
    }

    // A script that ends early closes its input; why it ended is what its own words say.
    private static async Task<bool> TryWriteAsync(IProcess process, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteAsync(bytes, cancellationToken);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<byte[]> ReadAllAsync(Stream output, CancellationToken cancellationToken)
    {
        var buffer = new byte[RemotePath.MaxLength + 64];
        var filled = await output.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return buffer[..filled];
    }

    private static (long Size, string Mode, RemotePath Target) Parse(byte[] output)
    {
        var fields = output.AsSpan();
        var first = fields.IndexOf((byte)' ');
        var second = first + 1 + fields[(first + 1)..].IndexOf((byte)' ');
        return (
            long.Parse(Encoding.ASCII.GetString(fields[..first]), CultureInfo.InvariantCulture),
            Encoding.ASCII.GetString(fields[(first + 1)..second]),
            RemotePath.FromBytes(fields[(second + 1)..]));
    }

    private async Task DiscardAsync()
    {
        using var limit = new CancellationTokenSource(CleanUpLimit);
        try
        {
            await files.RunToSuccessAsync(PosixScripts.Discard, [path.ToArgument(), _temporary], path, limit.Token);
        }
        catch (Exception e) when (e is RuntimeException or OperationCanceledException)
        {
            // The first failure is the one to report.
        }
    }
}
