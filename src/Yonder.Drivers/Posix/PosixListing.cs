using System.Runtime.CompilerServices;
using Yonder.Runtimes;
using Yonder.Runtimes.Files;

namespace Yonder.Drivers.Posix;

/// <summary>Reads a listing as it comes. Links are told once their targets are, which come last.</summary>
internal sealed class PosixListing(Stream output, string mark, RemotePath directory)
{
    // More than the longest record: a path and a link's target of 4096 bytes each.
    private const int MaxRecord = 65536;
    private const byte EntryRecord = (byte)' ';
    private const byte LinkRecord = (byte)'>';
    private const byte TargetRecord = (byte)'=';
    private readonly byte[] _mark = System.Text.Encoding.ASCII.GetBytes(mark);
    private readonly Dictionary<RemotePath, FileEntry> _links = [];
    private RemotePath? _link;

    public static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> text, string mark)
    {
        var records = new List<ReadOnlyMemory<byte>>();
        var wanted = System.Text.Encoding.ASCII.GetBytes(mark);
        for (var at = text.Span.IndexOf(wanted); at >= 0; at = text.Span.IndexOf(wanted))
        {
            text = text[(at + wanted.Length)..];
            var next = text.Span.IndexOf(wanted);
            records.Add(next < 0 ? text : text[..next]);
        }

        return records;
    }

    public static ReadOnlyMemory<byte> WithoutLineEnd(ReadOnlyMemory<byte> record)
        => record is { IsEmpty: false } && record.Span[^1] is (byte)'\n' ? record[..^1] : record;

    public async IAsyncEnumerable<FileEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxRecord];
        var filled = 0;
        int read;
        do
        {
            if (filled == buffer.Length)
            {
                throw new RuntimeException(RuntimeError.Failed, "The runtime's tools printed a listing that makes no sense.");
            }

            read = await output.ReadAsync(buffer.AsMemory(filled), cancellationToken);
            filled += read;
            var begin = 0;
            while (NextRecord(buffer.AsMemory(begin, filled - begin), isLast: read is 0) is { } length)
            {
                if (Take(buffer.AsMemory(begin, length)) is { } entry)
                {
                    yield return entry;
                }

                begin = Math.Min(begin + length + _mark.Length, filled);
            }

            buffer.AsSpan(begin, filled - begin).CopyTo(buffer);
            filled -= begin;
        }
        while (read > 0);

        foreach (var entry in _links.Values)
        {
            yield return entry;
        }
    }

    /// <summary>Gives the length of the first record, which ends at the next mark, or at the end of all.</summary>
    private int? NextRecord(ReadOnlyMemory<byte> text, bool isLast)
    {
        var end = text.Span.IndexOf(_mark);
        return end >= 0 ? end : isLast && !text.IsEmpty ? text.Length : null;
    }

    private FileEntry? Take(ReadOnlyMemory<byte> record)
    {
        switch (record.IsEmpty ? default : record.Span[0])
        {
            case EntryRecord:
                return TakeEntry(WithoutLineEnd(record[1..]));
            case LinkRecord:
                _link = PathOf(record[1..]);
                return null;
            case TargetRecord when _link is { } path && _links.Remove(path, out var link):
                return link with { LinkTarget = RemotePath.FromBytes(WithoutLineEnd(record[1..]).Span) };
            default:
                return null;
        }
    }

    private FileEntry? TakeEntry(ReadOnlyMemory<byte> record)
    {
        var (entry, name) = PosixRecords.Parse(record, directory);
        entry = entry with { Path = PathOf(name) };
        if (entry.Kind is not FileKind.SymbolicLink)
        {
            return entry;
        }

        _links[entry.Path] = entry;
        return null;
    }

    // The tools print names as ./name.
    private RemotePath PathOf(ReadOnlyMemory<byte> name) => directory.Append(RemotePath.FromBytes(name.Span[2..]));
}
