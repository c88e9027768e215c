using System.Text.Json.Serialization;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>How sandboxes are written to the disk.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SandboxRecord))]
internal sealed partial class SandboxJson : JsonSerializerContext;
