using System.Text.Json;
using System.Text.Json.Serialization;
using Yonder.Protocol.Status;
using Yonder.Protocol.Terminals;

namespace Yonder.Protocol;

/// <summary>The serializer of the gateway's own dialect: camelCase, nulls left out.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemView))]
[JsonSerializable(typeof(IReadOnlyList<TerminalView>))]
[JsonSerializable(typeof(DriverList))]
public sealed partial class YonderJson : JsonSerializerContext;
