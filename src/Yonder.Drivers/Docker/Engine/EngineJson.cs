using System.Text.Json.Serialization;
using Yonder.Drivers.Docker.Engine.Models;

namespace Yonder.Drivers.Docker.Engine;

/// <summary>The Engine API's JSON, which spells most names in PascalCase and the rest in its own way.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(ContainerCreateRequest))]
[JsonSerializable(typeof(ContainerCreated))]
[JsonSerializable(typeof(ContainerStats))]
[JsonSerializable(typeof(ContainerUpdate))]
[JsonSerializable(typeof(ContainerView))]
[JsonSerializable(typeof(EngineCapacity))]
[JsonSerializable(typeof(EngineEvent))]
[JsonSerializable(typeof(EngineFailure))]
[JsonSerializable(typeof(EngineVersion))]
[JsonSerializable(typeof(ExecCreateRequest))]
[JsonSerializable(typeof(ExecCreated))]
[JsonSerializable(typeof(ExecStartRequest))]
[JsonSerializable(typeof(ExecView))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<string>>))]
[JsonSerializable(typeof(IReadOnlyList<ContainerSummary>))]
[JsonSerializable(typeof(PathStat))]
[JsonSerializable(typeof(PullMessage))]
internal sealed partial class EngineJson : JsonSerializerContext;
