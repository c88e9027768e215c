using System.Text.Json.Serialization;

namespace Yonder.Protocol;

/// <summary>The serializer of the Rexec dialect: snake_case, nulls left out. Each slice adds its types in a file of its own (<c>RexecJson.Slice.cs</c>).</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RexecError))]
public sealed partial class RexecJson : JsonSerializerContext;
