using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Yonder.Client.Terminals;

/// <summary>What a text message of an original Rexec server means: a JSON envelope with output or a notice, or plain output.</summary>
/// <param name="Output">The terminal's bytes in it; empty for a notice.</param>
/// <param name="ExitCode">The exit code, when it says one.</param>
/// <param name="IsEnd">Whether it says that the program ended.</param>
internal readonly record struct TerminalTextFrame(ReadOnlyMemory<byte> Output, int? ExitCode = null, bool IsEnd = false)
{
    public static TerminalTextFrame Parse(ReadOnlyMemory<byte> message)
    {
        if (message.Span is not [(byte)'{', ..])
        {
            return new(message.ToArray());
        }

        try
        {
            using var document = JsonDocument.Parse(message);
            return document.RootElement.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String
                ? Parse(type.GetString(), document.RootElement)
                : new(message.ToArray());
        }
        catch (JsonException)
        {
            // A program printed something that begins with a brace.
            return new(message.ToArray());
        }
    }

    private static TerminalTextFrame Parse(string? type, JsonElement frame)
    {
        frame.TryGetProperty("data", out var data);
        return type switch
        {
            "output" => new(Encoding.UTF8.GetBytes(data.ValueKind is JsonValueKind.String ? data.GetString() ?? "" : "")),
            "exit" => new(default, Code(frame) ?? Code(data), IsEnd: true),
            _ => default,
        };
    }

    private static int? Code(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt32(out var code) => code,
        JsonValueKind.String when int.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var code) => code,
        JsonValueKind.Object when value.TryGetProperty("code", out var code) || value.TryGetProperty("exit_code", out code) => Code(code),
        _ => null,
    };
}
