using System.Globalization;
using System.Text;

namespace Yonder.Protocol.Scenes.Packing;

/// <summary>Values as a person reads them: for logs, for the command line and for failed tests.</summary>
internal static class PackedText
{
    public static string Describe(PackedValue value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, PackedValue value)
    {
        switch (value.Kind)
        {
            case PackKind.Nil:
                text.Append("null");
                break;
            case PackKind.Boolean:
                text.Append(value.AsBoolean() ? "true" : "false");
                break;
            case PackKind.Whole or PackKind.Real:
                text.Append(value.AsDouble().ToString("R", CultureInfo.InvariantCulture));
                break;
            case PackKind.Text:
                text.Append('"').Append(value.AsString().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
                break;
            case PackKind.List:
                AppendItems(text, value);
                break;
            case PackKind.Map:
                AppendFields(text, value);
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"<{value.Kind} of {value.Count} bytes>");
                break;
        }
    }

    private static void AppendItems(StringBuilder text, PackedValue list)
    {
        var separator = "[";
        foreach (var item in list.Items)
        {
            Append(text.Append(separator), item);
            separator = ", ";
        }

        text.Append(list.Count == 0 ? "[]" : "]");
    }

    private static void AppendFields(StringBuilder text, PackedValue map)
    {
        var separator = "{";
        foreach (var (name, value) in map.Fields)
        {
            Append(text.Append(separator), name);
            Append(text.Append(": "), value);
            separator = ", ";
        }

        text.Append(map.Count == 0 ? "{}" : "}");
    }
}
