using System.Globalization;
using System.Runtime.CompilerServices;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Files;

namespace Yonder.Drivers.Posix;

/// <summary>The files of any place that runs commands and has a POSIX shell. One command a call; contents are streamed through it.</summary>
internal sealed class ShellFiles(IExec exec, RemotePath home) : IFiles
{
    private const int MaxStat = 8 << 10;

    public async ValueTask<FileEntry?> StatAsync(RemotePath path, bool followLink = true, CancellationToken cancellationToken = default)
    {
        var whole = Whole(path);
        await using var process = await ShellRun.StartAsync(exec, ShellScripts.Stat, whole, [followLink ? "1" : "0"], cancellationToken);
        var words = ShellRun.WordsAsync(process, cancellationToken);
        var output = await ShellRun.CollectAsync(process.StandardOutput, MaxStat, cancellationToken);
        var status = await process.WaitAsync(cancellationToken);
        return status.IsSuccess ? ShellEntries.ParseStat(output, whole)
            : ShellFailure.IsAbsent(status) ? null
            : throw ShellFailure.From(status, await words, whole);
    }

    public async IAsyncEnumerable<FileEntry> ListAsync(RemotePath directory, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var whole = Whole(directory);
        await using var process = await ShellRun.StartAsync(exec, ShellScripts.List, whole, [], cancellationToken);
        var words = ShellRun.WordsAsync(process, cancellationToken);
        await foreach (var entry in ShellEntries.ParseListAsync(process.StandardOutput, whole, cancellationToken))
        {
            yield return entry;
        }

        // 1 is find's word that an entry went away while it looked.
        var status = await process.WaitAsync(cancellationToken);
        if (status.Code is not (0 or 1))
        {
            throw ShellFailure.From(status, await words, whole);
        }
    }

    public async ValueTask<Stream> OpenReadAsync(RemotePath path, long offset = 0, long? length = null, CancellationToken cancellationToken = default)
    {
        if (offset < 0 || length < 0)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "A range has no negative offset or length.");
        }

        var whole = Whole(path);
        string[] range = [offset.ToString(CultureInfo.InvariantCulture), length?.ToString(CultureInfo.InvariantCulture) ?? string.Empty];
        var process = await ShellRun.StartAsync(exec, ShellScripts.Read, whole, range, cancellationToken);
        try
        {
            var words = ShellRun.WordsAsync(process, CancellationToken.None);
            return await process.StandardOutput.ReadAsync(new byte[1], cancellationToken) > 0
                ? new ShellReadStream(process)
                : throw ShellFailure.From(await process.WaitAsync(cancellationToken), await words, whole);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask WriteAsync(RemotePath path, Stream content, FileWriteOptions options, CancellationToken cancellationToken = default)
        => new ShellUpload(exec, Whole(path), options).SendAsync(content, cancellationToken);

    public ValueTask MakeDirectoryAsync(RemotePath path, CancellationToken cancellationToken = default)
        => RunAsync(ShellScripts.MakeDirectory, Whole(path), [], cancellationToken);

    public ValueTask MoveAsync(RemotePath source, RemotePath target, CancellationToken cancellationToken = default)
        => RunAsync(ShellScripts.Move, Whole(source), [ShellRun.Escape(Whole(target))], cancellationToken);

    public ValueTask DeleteAsync(RemotePath path, bool recursive = false, CancellationToken cancellationToken = default)
        => path.Normalize(home) == RemotePath.Root
            ? throw new RuntimeException(RuntimeError.InvalidRequest, "The root directory cannot be deleted.")
            : RunAsync(ShellScripts.Delete, Whole(path), [recursive ? "1" : "0", ShellUpload.NewName()], cancellationToken);

    private RemotePath Whole(RemotePath path) => path.IsAbsolute ? path : home.Append(path);

    private async ValueTask RunAsync(string script, RemotePath path, string[] arguments, CancellationToken cancellationToken)
    {
        await using var process = await ShellRun.StartAsync(exec, script, path, arguments, cancellationToken);
        var output = ShellRun.CollectAsync(process.StandardOutput, 0, cancellationToken);
        var words = ShellRun.WordsAsync(process, cancellationToken);
        var status = await process.WaitAsync(cancellationToken);
        await output;
        if (!status.IsSuccess)
        {
            throw ShellFailure.From(status, await words, path);
        }
    }
}
