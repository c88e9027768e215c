using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Yonder.Drivers.Docker.Engine;

/// <summary>Reads answers that are one JSON object a line and may never end.</summary>
internal static class JsonLines
{
    private static readonly byte[] Blank = " \t\r"u8.ToArray();

    /// <summary>Reads until the answer ends; blank lines are skipped.</summary>
    /// <param name="stream">The answer; stays the caller's.</param>
    /// <param name="type">What each line is.</param>
    /// <param name="maxLine">The most bytes of one line.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="InvalidDataException">A line is longer than it may be.</exception>
    public static async IAsyncEnumerable<T> ReadAsync<T>(Stream stream, JsonTypeInfo<T> type, int maxLine, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync(cancellationToken);
                var buffer = result.Buffer;
                while (TakeLine(ref buffer, result.IsCompleted) is { } line)
                {
                    if (Parse(line, type) is { } item)
                    {
                        yield return item;
                    }
                }

                if (buffer.Length > maxLine)
                {
                    throw new InvalidDataException("A line of the answer is longer than it can be.");
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
                if (result.IsCompleted)
                {
                    yield break;
                }
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static ReadOnlySequence<byte>? TakeLine(ref ReadOnlySequence<byte> buffer, bool isLast)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            var line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return line;
        }

        if (!isLast || buffer.IsEmpty)
        {
            return null;
        }

        var rest = buffer;
        buffer = buffer.Slice(buffer.End);
        return rest;
    }

    private static T? Parse<T>(ReadOnlySequence<byte> line, JsonTypeInfo<T> type)
    {
        if (new SequenceReader<byte>(line) is var blank && blank.AdvancePastAny(Blank) == line.Length)
        {
            return default;
        }

        var json = new Utf8JsonReader(line);
        return JsonSerializer.Deserialize(ref json, type);
    }
}
