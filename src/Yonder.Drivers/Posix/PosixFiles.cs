using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Files;

namespace Yonder.Drivers.Posix;

/// <summary>Files for a place that can only run commands: one short shell script for each operation, content as the script's input or output.</summary>
internal sealed class PosixFiles(IExec exec, RemotePath home) : IFiles
{
    public async ValueTask<FileEntry?> StatAsync(RemotePath path, bool followLink = true, CancellationToken cancellationToken = default)
    {
        var whole = path.Normalize(home);
        var mark = NewMark();
        var result = await RunAsync(PosixScripts.Stat, [whole.ToArgument(), followLink ? "follow" : "link", mark], cancellationToken);
        if (result.Status is not { IsSuccess: true })
        {
            var failure = PosixErrors.ToException(result.Status ?? default, result.Error, whole);
            return failure.Error is RuntimeError.NotFound or RuntimeError.NotDirectory ? null : throw failure;
        }

        var records = PosixListing.Split(result.Output, mark);
        var (entry, _) = PosixRecords.Parse(PosixListing.WithoutLineEnd(records[0][1..]), whole);
        return records.Count is 1 ? entry : entry with { LinkTarget = RemotePath.FromBytes(PosixListing.WithoutLineEnd(records[1][1..]).Span) };
    }

    public async IAsyncEnumerable<FileEntry> ListAsync(RemotePath directory, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var whole = directory.Normalize(home);
        var mark = NewMark();
        await using var process = await StartAsync(PosixScripts.List, [whole.ToArgument(), mark], cancellationToken);
        var error = CollectErrorAsync(process, cancellationToken);
        await process.StandardInput.DisposeAsync();
        var listing = new PosixListing(process.StandardOutput, mark, whole);
        await foreach (var entry in listing.ReadAsync(cancellationToken))
        {
            yield return entry;
        }

        await ThrowUnlessSuccessAsync(process, error, whole, cancellationToken);
    }

    public async ValueTask<Stream> OpenReadAsync(RemotePath path, long offset = 0, long? length = null, CancellationToken cancellationToken = default)
    {
        if (offset < 0 || length < 0)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "A range starts at 0 or later and has no negative length.");
        }

        const int Block = 65536;
        var whole = path.Normalize(home);
        var process = await StartAsync(
            PosixScripts.Read,
            [whole.ToArgument(), Number(offset / Block), Number(offset % Block), length is { } count ? Number(count) : ""],
            cancellationToken);
        try
        {
            var error = CollectErrorAsync(process, CancellationToken.None);
            await process.StandardInput.DisposeAsync();
            if (await process.StandardOutput.ReadAsync(new byte[1], cancellationToken) is 0)
            {
                await ThrowUnlessSuccessAsync(process, error, whole, cancellationToken);
            }

            return new PosixReadStream(process, error, whole);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public async ValueTask WriteAsync(RemotePath path, Stream content, FileWriteOptions options, CancellationToken cancellationToken = default)
    {
        var whole = path.Normalize(home);
        if (whole == RemotePath.Root)
        {
            throw new RuntimeException(RuntimeError.IsDirectory, "/ is a directory.");
        }

        await new PosixUpload(this, whole).RunAsync(content, options, cancellationToken);
    }

    public async ValueTask MakeDirectoryAsync(RemotePath path, CancellationToken cancellationToken = default)
    {
        var whole = path.Normalize(home);
        await RunToSuccessAsync(PosixScripts.MakeDirectory, [whole.ToArgument()], whole, cancellationToken);
    }

    public async ValueTask MoveAsync(RemotePath source, RemotePath target, CancellationToken cancellationToken = default)
    {
        var (from, to) = (source.Normalize(home), target.Normalize(home));
        await RunToSuccessAsync(PosixScripts.Move, [from.ToArgument(), to.ToArgument()], to, cancellationToken);
    }

    public async ValueTask DeleteAsync(RemotePath path, bool recursive = false, CancellationToken cancellationToken = default)
    {
        var whole = path.Normalize(home);
        if (whole == RemotePath.Root)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "The root directory cannot be deleted.");
        }

        await RunToSuccessAsync(PosixScripts.Delete, [whole.ToArgument(), recursive ? "recursive" : ""], whole, cancellationToken);
    }

    internal static Task<string> CollectErrorAsync(IProcess process, CancellationToken cancellationToken)
        => PosixErrorText.ReadAsync(process.StandardError, cancellationToken);

    internal static async Task ThrowUnlessSuccessAsync(IProcess process, Task<string> error, RemotePath path, CancellationToken cancellationToken)
    {
        var status = await process.WaitAsync(cancellationToken);
        if (!status.IsSuccess)
        {
            throw PosixErrors.ToException(status, Encoding.UTF8.GetBytes(await error), path);
        }
    }

    internal ValueTask<IProcess> StartAsync(string script, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
        => exec.StartAsync(SpecOf(script, arguments), cancellationToken);

    internal async Task<ExecResult> RunToSuccessAsync(string script, IReadOnlyList<string> arguments, RemotePath path, CancellationToken cancellationToken)
    {
        var result = await RunAsync(script, arguments, cancellationToken);
        return result.Status switch
        {
            null => throw new RuntimeException(RuntimeError.TimedOut, $"{path}: the runtime's tools took too long."),
            { IsSuccess: true } => result,
            { } status => throw PosixErrors.ToException(status, result.Error, path),
        };
    }

    private static string NewMark() => $"<{Guid.NewGuid():N}>";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static ExecSpec SpecOf(string script, IReadOnlyList<string> arguments)
        => new() { Command = ["sh", "-c", script, "sh", .. arguments], WorkingDirectory = RemotePath.Root };

    private Task<ExecResult> RunAsync(string script, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
        => exec.RunAsync(SpecOf(script, arguments), ExecRun.Default, cancellationToken);
}
