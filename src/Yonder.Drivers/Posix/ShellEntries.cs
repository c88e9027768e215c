using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using Yonder.Runtimes;
using Yonder.Runtimes.Files;

namespace Yonder.Drivers.Posix;

/// <summary>Reads what stat and find print.</summary>
internal static class ShellEntries
{
    private const int TypeMask = 0xF000;
    private const int TypeDirectory = 0x4000;
    private const int TypeFile = 0x8000;
    private const int TypeLink = 0xA000;
    private const int PermissionMask = 0xFFF;
    private const int MaxRecord = 16 << 10;

    /// <summary>Reads a line of numbers and, for a link, the bytes of its target behind it.</summary>
    public static FileEntry ParseStat(ReadOnlySpan<byte> output, RemotePath path)
    {
        var line = output.IndexOf((byte)'\n');
        var entry = Parse(output[..Math.Max(line, 0)], path);
        var target = output[(line + 1)..];
        return target.IsEmpty || entry.Kind is not FileKind.SymbolicLink ? entry : entry with { LinkTarget = RemotePath.FromBytes(target) };
    }

    /// <summary>Reads the links of a directory, then its entries.</summary>
    public static async IAsyncEnumerable<FileEntry> ParseListAsync(Stream output, RemotePath directory, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(output, new StreamPipeReaderOptions(leaveOpen: true));
        var targets = new Dictionary<RemotePath, RemotePath>();
        while (await TakeAsync(reader, 1, 0, cancellationToken) is { Length: > 0 } record)
        {
            // "./name/target"
            var name = RemotePath.FromBytes(record.AsSpan(2, record.AsSpan(2).IndexOf((byte)'/')));
            targets[name] = RemotePath.FromBytes(record.AsSpan(name.Bytes.Length + 3));
        }

        // "numbers/./name/", then a line's end
        while (await TakeAsync(reader, 3, (byte)'/', cancellationToken) is { } record)
        {
            var numbers = record.AsSpan().TrimStart((byte)'\n');
            var slash = numbers.IndexOf((byte)'/');
            var name = RemotePath.FromBytes(numbers[(slash + 3)..]);
            var entry = Parse(numbers[..slash], directory.Append(name));
            yield return targets.TryGetValue(name, out var target) ? entry with { LinkTarget = target } : entry;
        }
    }

    // The bytes before the nth end mark; null when there are none any more.
    private static async ValueTask<byte[]?> TakeAsync(PipeReader reader, int marks, byte mark, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var end = Find(result.Buffer, marks, mark);
            if (end is { } position)
            {
                var record = result.Buffer.Slice(0, position).ToArray();
                reader.AdvanceTo(result.Buffer.GetPosition(1, position));
                return record;
            }

            if (result.IsCompleted)
            {
                return null;
            }

            if (result.Buffer.Length > MaxRecord)
            {
                throw new RuntimeException(RuntimeError.Failed, "The runtime lists a directory in a way that is not understood.");
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static SequencePosition? Find(ReadOnlySequence<byte> buffer, int marks, byte mark)
    {
        var rest = buffer;
        for (; ; marks--)
        {
            if (rest.PositionOf(mark) is not { } position)
            {
                return null;
            }

            if (marks is 1)
            {
                return position;
            }

            rest = rest.Slice(rest.GetPosition(1, position));
        }
    }

    private static FileEntry Parse(ReadOnlySpan<byte> numbers, RemotePath path)
    {
        var fields = Encoding.ASCII.GetString(numbers).Split(' ');
        if (fields.Length is not 3
            || !int.TryParse(fields[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var mode)
            || !long.TryParse(fields[1], CultureInfo.InvariantCulture, out var size)
            || !long.TryParse(fields[2], CultureInfo.InvariantCulture, out var modified))
        {
            throw new RuntimeException(RuntimeError.Failed, "The runtime describes a file in a way that is not understood.");
        }

        return new()
        {
            Path = path,
            Kind = (mode & TypeMask) switch
            {
                TypeFile => FileKind.File,
                TypeDirectory => FileKind.Directory,
                TypeLink => FileKind.SymbolicLink,
                _ => FileKind.Other,
            },
            Size = size,
            Mode = mode & PermissionMask,
            ModifiedAt = DateTimeOffset.FromUnixTimeSeconds(modified),
        };
    }
}
