using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Yonder.Protocol;

namespace Yonder.Client.Http;

/// <summary>Reads a list that one server wraps in an object and another does not.</summary>
internal static class JsonList
{
    public static async Task<IReadOnlyList<T>> GetListAsync<T>(
        this GatewayHttp http, string path, string name, JsonTypeInfo<IReadOnlyList<T>> type, CancellationToken cancellationToken)
    {
        var answer = await http.GetAsync(path, RexecJson.Default.JsonElement, cancellationToken).ConfigureAwait(false);
        var list = answer.ValueKind is JsonValueKind.Object && answer.TryGetProperty(name, out var wrapped) ? wrapped : answer;
        return list.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Array => list.Deserialize(type) ?? [],
            _ => throw new YonderConnectionException($"{http.Address.Base} answered with something that is not understood: no list in '{name}'."),
        };
    }
}
