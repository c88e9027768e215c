using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Yonder.Cli.Output;

/// <summary>Where a command's words go: data to standard output, everything for people to standard error when data is on the other.</summary>
internal sealed class CliOutput(bool json)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public bool IsJson => json;

    /// <summary>Opens standard output for bytes. Unlike the console's own stream it says when its reader has gone.</summary>
    public static Stream OpenData() => StandardStreams.OpenOutput();

    /// <summary>Prints the one document, or its table.</summary>
    public void Write<T>(T value, JsonTypeInfo<T> type, Action<T, TextWriter> forPeople)
    {
        var text = new StringWriter();
        if (json)
        {
            text.Write(JsonSerializer.Serialize(value, type));
            text.Write('\n');
        }
        else
        {
            forPeople(value, text);
        }

        using var data = OpenData();
        data.Write(Utf8.GetBytes(text.ToString()));
    }

    /// <summary>Prints the result of an action: a document with <c>--json</c>, a plain word otherwise.</summary>
    public void Done(string id, string action) => Write(new ActionResult(id, action), CliJson.Default.ActionResult, static (result, text) => text.WriteLine(result.Id));

    /// <summary>Tells people something that is not the result.</summary>
    public void Note(string text)
    {
        if (!json)
        {
            Console.Error.WriteLine(text);
        }
    }

    public void Fail(CliFailure failure)
    {
        if (json)
        {
            Write(new FailureDocument(failure), CliJson.Default.FailureDocument, static (_, _) => { });
        }
        else
        {
            Console.Error.WriteLine("yonder: " + failure.Message.ReplaceLineEndings(" "));
        }
    }
}
