using System.Collections.Immutable;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Gateway.Platform.Storage.Runtimes;

/// <summary>A <see cref="ProvisionSpec"/> as the database keeps it. Only ever add to it: old rows are read for ever.</summary>
internal sealed record StoredSpec
{
    public required string Image { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<string>? Command { get; init; }

    public ImmutableDictionary<string, string> Environment { get; init; } = [];

    public ImmutableDictionary<string, string> Labels { get; init; } = [];

    public long? MemoryBytes { get; init; }

    public double? Cpus { get; init; }

    public int? ProcessCount { get; init; }

    public long? DiskBytes { get; init; }

    public NetworkMode Network { get; init; }

    /// <summary>Gets the path's bytes, which need not be text.</summary>
    public byte[]? WorkingDirectory { get; init; }

    public string? User { get; init; }

    public static StoredSpec From(ProvisionSpec spec) => new()
    {
        Image = spec.Image,
        Name = spec.Name,
        Command = spec.Command,
        Environment = spec.Environment.ToImmutableDictionary(StringComparer.Ordinal),
        Labels = spec.Labels.ToImmutableDictionary(StringComparer.Ordinal),
        MemoryBytes = spec.Limits.MemoryBytes,
        Cpus = spec.Limits.Cpus,
        ProcessCount = spec.Limits.ProcessCount,
        DiskBytes = spec.Limits.DiskBytes,
        Network = spec.Network,
        WorkingDirectory = spec.WorkingDirectory?.Bytes.ToArray(),
        User = spec.User,
    };

    public ProvisionSpec ToSpec(RuntimeId id) => new()
    {
        Id = id,
        Image = Image,
        Name = Name,
        Command = Command,
        Environment = Environment,
        Labels = Labels,
        Limits = new ResourceLimits(MemoryBytes, Cpus, ProcessCount, DiskBytes),
        Network = Network,
        WorkingDirectory = WorkingDirectory is { } path ? RemotePath.FromBytes(path) : null,
        User = User,
    };
}
