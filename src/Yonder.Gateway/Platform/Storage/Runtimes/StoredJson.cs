using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Yonder.Gateway.Platform.Storage.Runtimes;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredSpec))]
[JsonSerializable(typeof(ImmutableDictionary<string, string>))]
internal sealed partial class StoredJson : JsonSerializerContext;
