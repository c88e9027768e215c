using System.Text.Json;
using Yonder.Runtimes.Terminals;

namespace Yonder.Gateway.Features.Terminals.Wire;

/// <summary>A text message that is control and not typing: an object with a type that is ours.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Data">The input, when there is some.</param>
/// <param name="Size">The new size, when it makes sense: some clients send nothing or 0 × 0 when they have no terminal of their own.</param>
internal readonly record struct ControlFrame(ControlKind Kind, string? Data, TerminalSize? Size)
{
    /// <summary>Reads a message. Whatever is not control, such as a pasted JSON document, is <see langword="null"/>: it is input.</summary>
    public static ControlFrame? TryParse(ReadOnlySpan<byte> message)
    {
        try
        {
            var reader = new Utf8JsonReader(message);
            return reader.Read() && reader.TokenType is JsonTokenType.StartObject ? ReadObject(ref reader) : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A string in it is not valid UTF-16 once unescaped; nobody means control by that.
            return null;
        }
    }

    private static ControlFrame? ReadObject(ref Utf8JsonReader reader)
    {
        ControlKind? kind = null;
        string? data = null;
        var (columns, rows) = (0, 0);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                kind = ReadKind(ref reader);
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                data = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("cols"u8))
            {
                columns = ReadCount(ref reader);
            }
            else if (reader.ValueTextEquals("rows"u8))
            {
                rows = ReadCount(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        // Anything after the object makes the message something else.
        return kind is { } known && !reader.Read() ? new ControlFrame(known, data, TerminalSizes.From(columns, rows)) : null;
    }

    private static ControlKind? ReadKind(ref Utf8JsonReader reader) => ReadText(ref reader) switch
    {
        "input" => ControlKind.Input,
        "resize" => ControlKind.Resize,
        "ping" => ControlKind.Ping,
        "pong" => ControlKind.Pong,
        _ => null,
    };

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }

    private static int ReadCount(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.Number && reader.TryGetInt32(out var count))
        {
            return count;
        }

        reader.Skip();
        return 0;
    }
}
