using Yonder.Protocol.Scenes.Events;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Recordings;

/// <summary>
/// Records events to a file: MessagePack values one after the other, first a map that says what the file is, then for each event a list of
/// the microseconds since the beginning and the message as bytes. A file that was cut off is good up to the cut.
/// </summary>
public sealed class SceneRecordingWriter : IAsyncDisposable
{
    internal const string Format = "yonder-scene";

    private readonly Stream _file;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly PackBuffer _buffer = new();

    private SceneRecordingWriter(Stream file, TimeProvider time)
    {
        _file = file;
        _time = time;
        _started = time.GetTimestamp();
    }

    /// <summary>Begins a recording; the stream belongs to it from here on.</summary>
    public static async Task<SceneRecordingWriter> StartAsync(Stream file, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var recording = new SceneRecordingWriter(file, time ?? TimeProvider.System);
        recording.Encode(new SceneMap
        {
            ["format"] = Format,
            ["version"] = 1,
            ["started"] = recording._time.GetUtcNow().ToUnixTimeMilliseconds(),
        });
        await recording.WriteAsync(cancellationToken).ConfigureAwait(false);
        return recording;
    }

    /// <summary>Adds an event that was received now.</summary>
    public async ValueTask WriteAsync(SceneEvent message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        EncodeRecord((long)_time.GetElapsedTime(_started).TotalMicroseconds, message.Message.Bytes.Span);
        await WriteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the recording and closes its file.</summary>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private void Encode(SceneMap head)
    {
        var writer = new PackWriter(_buffer);
        head.Write(ref writer);
        writer.Flush();
    }

    private void EncodeRecord(long microseconds, ReadOnlySpan<byte> message)
    {
        var writer = new PackWriter(_buffer);
        writer.WriteArrayHeader(2);
        writer.Write(microseconds);
        writer.Write(message);
        writer.Flush();
    }

    private async ValueTask WriteAsync(CancellationToken cancellationToken)
    {
        await _file.WriteAsync(_buffer.Written, cancellationToken).ConfigureAwait(false);
        _buffer.Clear();
    }
}
