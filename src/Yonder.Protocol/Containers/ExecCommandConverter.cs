using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yonder.Protocol.Containers;

/// <summary>Reads a command that is a vector, or a line for the shell.</summary>
internal sealed class ExecCommandConverter : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType switch
        {
            JsonTokenType.String => ["/bin/sh", "-c", reader.GetString() ?? ""],
            JsonTokenType.StartArray => ReadWords(ref reader),
            _ => throw new JsonException("A command is a text or an array of texts."),
        };

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var word in value)
        {
            writer.WriteStringValue(word);
        }

        writer.WriteEndArray();
    }

    private static List<string> ReadWords(ref Utf8JsonReader reader)
    {
        var words = new List<string>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            words.Add(reader.TokenType is JsonTokenType.String ? reader.GetString() ?? "" : throw new JsonException("A command's words are texts."));
        }

        return words;
    }
}
