using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Yonder.Runtimes.Terminals;

namespace Yonder.Gateway.Features.Recordings;

/// <summary>Writes asciicast v2: a header line, then one line for each event. Not for several threads at once.</summary>
internal sealed class CastWriter(Stream file)
{
    // A cast is read by players, never as HTML: escape sequences stay short.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _line = new(512);
    private readonly CharacterCarry _output = new();
    private readonly CharacterCarry _input = new();

    /// <summary>Gets how many bytes have been written.</summary>
    public long Length { get; private set; }

    /// <summary>Gets how many events have been written.</summary>
    public long Events { get; private set; }

    /// <summary>Gets the time of the newest event.</summary>
    public TimeSpan Duration { get; private set; }

    public ValueTask WriteHeaderAsync(TerminalSize size, DateTimeOffset startedAt, string? title, CancellationToken cancellationToken)
    {
        using (var writer = new Utf8JsonWriter(_line, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", 2);
            writer.WriteNumber("width", size.Columns);
            writer.WriteNumber("height", size.Rows);
            writer.WriteNumber("timestamp", startedAt.ToUnixTimeSeconds());
            if (title is not null)
            {
                writer.WriteString("title", title);
            }

            writer.WriteStartObject("env");
            writer.WriteString("TERM", "xterm-256color");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return EndLineAsync(cancellationToken);
    }

    public ValueTask WriteOutputAsync(TimeSpan time, ReadOnlySpan<byte> bytes, CancellationToken cancellationToken)
        => WriteTextAsync(time, "o"u8, _output.Take(bytes), cancellationToken);

    public ValueTask WriteInputAsync(TimeSpan time, ReadOnlySpan<byte> bytes, CancellationToken cancellationToken)
        => WriteTextAsync(time, "i"u8, _input.Take(bytes), cancellationToken);

    public ValueTask WriteResizeAsync(TimeSpan time, TerminalSize size, CancellationToken cancellationToken)
        => WriteEventAsync(time, "r"u8, System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{size.Columns}x{size.Rows}")), cancellationToken);

    private ValueTask WriteTextAsync(TimeSpan time, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> text, CancellationToken cancellationToken)
        => text.IsEmpty ? ValueTask.CompletedTask : WriteEventAsync(time, kind, text, cancellationToken);

    private ValueTask WriteEventAsync(TimeSpan time, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> text, CancellationToken cancellationToken)
    {
        using (var writer = new Utf8JsonWriter(_line, Options))
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(decimal.Round((decimal)time.TotalSeconds, 6));
            writer.WriteStringValue(kind);
            writer.WriteStringValue(text);
            writer.WriteEndArray();
        }

        Events++;
        Duration = time;
        return EndLineAsync(cancellationToken);
    }

    private async ValueTask EndLineAsync(CancellationToken cancellationToken)
    {
        "\n"u8.CopyTo(_line.GetSpan(1));
        _line.Advance(1);
        Length += _line.WrittenCount;
        await file.WriteAsync(_line.WrittenMemory, cancellationToken);
        _line.ResetWrittenCount();
    }
}
