using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Yonder.Protocol.Scenes.Events;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Recordings;

/// <summary>Reads a recording, event by event.</summary>
public static class SceneRecordingReader
{
    // The head of a record: a list of two, at most nine bytes of time, at most five that say how long the message is.
    private const int LongestHead = 1 + PackToken.MaxSize + PackToken.MaxSize;

    /// <summary>The events in their order. Ends without complaint where the file was cut off.</summary>
    /// <exception cref="SceneException">The file is no recording.</exception>
    public static async IAsyncEnumerable<RecordedEvent> ReadAsync(Stream file, PackLimits? limits = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        limits ??= PackLimits.Default;
        var reader = PipeReader.Create(file);
        try
        {
            await ReadHeadAsync(reader, limits, cancellationToken).ConfigureAwait(false);
            while (await ReadRecordAsync(reader, limits, cancellationToken).ConfigureAwait(false) is { } record)
            {
                yield return record;
            }
        }
        finally
        {
            await reader.CompleteAsync().ConfigureAwait(false);
        }
    }

    private static async Task ReadHeadAsync(PipeReader reader, PackLimits limits, CancellationToken cancellationToken)
    {
        // The first value is small; what is read beyond it stays in the pipe.
        var read = await reader.ReadAtLeastAsync(64, cancellationToken).ConfigureAwait(false);
        var length = CheckHead(read.Buffer.Slice(0, Math.Min(read.Buffer.Length, 1024)), limits);
        reader.AdvanceTo(read.Buffer.GetPosition(length));
    }

    private static long CheckHead(in ReadOnlySequence<byte> start, PackLimits limits)
    {
        var head = new PackedValue(new PackReader(start, limits).Skip().ToArray());
        return head["format"] is { Kind: PackKind.Text } format && string.Equals(format.AsString(), SceneRecordingWriter.Format, StringComparison.Ordinal)
            ? head.Bytes.Length
            : throw SceneException.Bad("The file is no recording of a scene.");
    }

    private static async Task<RecordedEvent?> ReadRecordAsync(PipeReader reader, PackLimits limits, CancellationToken cancellationToken)
    {
        var start = (await reader.ReadAtLeastAsync(LongestHead, cancellationToken).ConfigureAwait(false)).Buffer;
        if (Measure(start, limits, out var at) is not { } size)
        {
            return null;
        }

        reader.AdvanceTo(start.Start);
        var whole = (await reader.ReadAtLeastAsync(size.Head + size.Message, cancellationToken).ConfigureAwait(false)).Buffer;
        if (whole.Length < size.Head + size.Message)
        {
            return null;
        }

        var message = SceneEvent.Parse(whole.Slice(size.Head, size.Message).ToArray(), limits);
        reader.AdvanceTo(whole.GetPosition(size.Head + size.Message));
        return new RecordedEvent(at, message);
    }

    /// <summary>Where the message of a record begins and how long it is; null at the end of the file, or of what is left of it.</summary>
    private static (int Head, int Message)? Measure(in ReadOnlySequence<byte> start, PackLimits limits, out TimeSpan at)
    {
        at = default;
        Span<byte> bytes = stackalloc byte[LongestHead];
        var length = (int)Math.Min(start.Length, LongestHead);
        start.Slice(0, length).CopyTo(bytes);
        bytes = bytes[..length];
        if (!PackToken.TryRead(bytes, out var list) || !PackToken.TryRead(bytes[list.Size..], out var time) || !PackToken.TryRead(bytes[(list.Size + time.Size)..], out var message))
        {
            return null;
        }

        if (list is not { Kind: PackKind.List, Length: 2 } || time.Kind != PackKind.Whole || message.Kind != PackKind.Binary || message.Length > limits.MaxBytes)
        {
            throw SceneException.Bad("The recording is damaged.");
        }

        at = TimeSpan.FromMicroseconds(time.Bits);
        return (list.Size + time.Size + message.Size, (int)message.Length);
    }
}
