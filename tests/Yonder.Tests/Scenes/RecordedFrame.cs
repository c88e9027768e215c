using System.Text.Json;

namespace Yonder.Tests.Scenes;

/// <summary>One message as a real peer sent it, and what it means.</summary>
public sealed record RecordedFrame(string Session, string To, string Packer, string Hex, JsonElement Value)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public bool IsPython => string.Equals(Packer, "python", StringComparison.Ordinal);

    public byte[] Bytes => Convert.FromHexString(Hex);

    public static IReadOnlyList<RecordedFrame> All { get; } = Load();

    public static RecordedFrame Find(string session, string type, int skip = 0) => All
        .Where(frame => frame.IsOf(session, type))
        .Skip(skip)
        .First();

    public static Stream Open(string name) => typeof(RecordedFrame).Assembly.GetManifestResourceStream($"scenes/{name}")
        ?? throw new FileNotFoundException(name);

    private bool IsOf(string session, string type) => string.Equals(Session, session, StringComparison.Ordinal)
        && Value.GetProperty("etype").ValueEquals(type);

    public override string ToString() => $"{Session} {Value.GetProperty("etype")}";

    private static List<RecordedFrame> Load()
    {
        using var stream = Open("frames.json");
        return JsonSerializer.Deserialize<List<RecordedFrame>>(stream, Options) ?? [];
    }
}
