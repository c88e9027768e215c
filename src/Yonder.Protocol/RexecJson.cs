using System.Text.Json.Serialization;
using Yonder.Protocol.Terminals;

namespace Yonder.Protocol;

/// <summary>The serializer of the Rexec dialect: snake_case, nulls left out. All types are listed here: the generator takes one declaration only.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RexecError))]
[JsonSerializable(typeof(TerminalFrame))]
public sealed partial class RexecJson : JsonSerializerContext;
