using System.Collections.Concurrent;
using System.Text;
using Yonder.Client;

namespace Yonder.Cli.Commands.Cp;

/// <summary>Copies a tree: directories first, then files, many at once, then links, so that nothing is ever written through a link that came along.</summary>
internal sealed class CopyRun(ICopySide from, ICopySide to, CopyMeter meter)
{
    private const int Parallelism = 8;

    private readonly ConcurrentQueue<CopyFailure> _failures = new();
    private int _files;
    private int _links;

    public async Task<CopyReport> RunAsync(string source, string target, CancellationToken cancellationToken)
    {
        var items = new List<CopyItem>();
        await foreach (var item in from.WalkAsync(source, cancellationToken))
        {
            items.Add(item);
        }

        var root = await to.IsDirectoryAsync(target, cancellationToken) && Name(source) is { Length: > 0 } name ? Join(target, name) : target;
        meter.Begin(items.Sum(item => item.Size));
        var directories = 0;
        foreach (var directory in items.Where(item => item.Kind is CopyKind.Directory && IsSafe(item)))
        {
            await to.MakeDirectoryAsync(Join(root, directory.Relative), cancellationToken);
            directories++;
        }

        await EachAsync(items, CopyKind.File, CopyFileAsync, root, cancellationToken);
        await EachAsync(items, CopyKind.Link, CopyLinkAsync, root, cancellationToken);
        foreach (var other in items.Where(item => item.Kind is CopyKind.Other))
        {
            Fail(other, "it is neither a file nor a directory nor a link.");
        }

        return new CopyReport(_files, directories, _links, meter.Done, [.. _failures]);
    }

    private static string Name(string path)
        => Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) is "." or ".." ? "" : Path.GetFileName(Path.TrimEndingDirectorySeparator(path));

    private static string Join(string root, string relative) => relative is "" ? root : $"{root.TrimEnd('/')}/{relative}";

    private Task EachAsync(List<CopyItem> items, CopyKind kind, Func<CopyItem, string, CancellationToken, Task> copy, string root, CancellationToken cancellationToken)
        => Parallel.ForEachAsync(
            items.Where(item => item.Kind == kind && IsSafe(item)),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (item, token) =>
            {
                try
                {
                    await copy(item, Join(root, item.Relative), token);
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or YonderApiException)
                {
                    Fail(item, exception.Message);
                }
            });

    private async Task CopyFileAsync(CopyItem item, string target, CancellationToken cancellationToken)
    {
        await using var content = await from.OpenReadAsync(item.Source, cancellationToken);
        await to.WriteAsync(target, content, item.Mode, meter.ForFile(), cancellationToken);
        Interlocked.Increment(ref _files);
    }

    private async Task CopyLinkAsync(CopyItem item, string target, CancellationToken cancellationToken)
    {
        await to.MakeLinkAsync(target, item.LinkTarget ?? "", cancellationToken);
        Interlocked.Increment(ref _links);
    }

    /// <summary>A listing comes from elsewhere: no name in it may lead out of the target. A name that is not UTF-8 would become another's.</summary>
    private bool IsSafe(CopyItem item)
    {
        if (item.Relative.Split('/') is var names && item.Relative is not "" && names.Any(name => name is "" or "." or ".."))
        {
            Fail(item, "its name is no name.");
            return false;
        }

        // A byte that is not text is a lone surrogate here, which as a rune is the replacement character as well.
        if (item.Relative.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
        {
            Fail(item, "its name is not UTF-8, which this copy cannot carry.");
            return false;
        }

        return true;
    }

    private void Fail(CopyItem item, string message) => _failures.Enqueue(new CopyFailure(item.Source, message));
}
