using System.Collections.Immutable;
using System.Text.Json;
using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Platform.Storage.Runtimes;

/// <summary>Between records and rows.</summary>
internal static class RuntimeRows
{
    public static RuntimeRow ToRow(this RuntimeRecord record) => new()
    {
        Id = record.Id.Value,
        OwnerId = record.Owner,
        Name = record.Name,
        Driver = record.Driver,
        Spec = record.Spec is { } spec ? JsonSerializer.Serialize(StoredSpec.From(spec), StoredJson.Default.StoredSpec) : null,
        Address = record.Address?.OriginalString,
        Attributes = JsonSerializer.Serialize(record.Attributes.ToImmutableDictionary(StringComparer.Ordinal), StoredJson.Default.ImmutableDictionaryStringString),
        State = record.State.ToString(),
        Error = record.Error?.ToString(),
        Reason = record.Reason,
        EngineId = record.EngineId,
        HostAddress = record.HostAddress,
        CreatedAt = record.CreatedAt.ToMicros(),
        StartedAt = record.StartedAt?.ToMicros(),
        LastUsedAt = record.LastUsedAt.ToMicros(),
    };

    public static RuntimeRecord ToRecord(this RuntimeRow row)
    {
        var id = new RuntimeId(row.Id);
        return new RuntimeRecord
        {
            Id = id,
            Owner = row.OwnerId,
            Name = row.Name,
            Driver = row.Driver,
            Spec = row.Spec is { } spec ? JsonSerializer.Deserialize(spec, StoredJson.Default.StoredSpec)?.ToSpec(id) : null,
            Address = row.Address is { } address ? new Uri(address) : null,
            Attributes = JsonSerializer.Deserialize(row.Attributes, StoredJson.Default.ImmutableDictionaryStringString) ?? [],
            State = Enum.Parse<RuntimeState>(row.State),
            Error = row.Error is { } error ? Enum.Parse<RuntimeError>(error) : null,
            Reason = row.Reason,
            EngineId = row.EngineId,
            HostAddress = row.HostAddress,
            CreatedAt = Micros.FromMicros(row.CreatedAt),
            StartedAt = Micros.FromMicros(row.StartedAt),
            LastUsedAt = Micros.FromMicros(row.LastUsedAt),
        };
    }
}
