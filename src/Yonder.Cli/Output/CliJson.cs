using System.Text.Json.Serialization;
using Yonder.Cli.Commands.Cp;
using Yonder.Client.Containers;

namespace Yonder.Cli.Output;

/// <summary>The documents that only the command line makes; everything else is printed as the gateway sends it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ActionResult))]
[JsonSerializable(typeof(CompletionScript))]
[JsonSerializable(typeof(ContainerChange))]
[JsonSerializable(typeof(CopyReport))]
[JsonSerializable(typeof(FailureDocument))]
[JsonSerializable(typeof(ForwardDocument))]
[JsonSerializable(typeof(List<ActionResult>))]
[JsonSerializable(typeof(Versions))]
internal sealed partial class CliJson : JsonSerializerContext;
