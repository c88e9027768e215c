using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>What is kept of a sandbox on the disk.</summary>
internal sealed record SandboxRecord
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<string>? Command { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    public required ResourceLimits Limits { get; init; }

    public NetworkMode Network { get; init; }

    /// <summary>Gets the bytes of the working directory, which need not be text.</summary>
    public byte[]? WorkingDirectory { get; init; }

    public string? User { get; init; }

    /// <summary>Gets why it ended by itself, last time.</summary>
    public string? Reason { get; init; }

    public static SandboxRecord Of(ProvisionSpec spec) => new()
    {
        Id = spec.Id.Value,
        Name = spec.Name,
        Command = spec.Command,
        Environment = spec.Environment,
        Labels = spec.Labels,
        Limits = spec.Limits,
        Network = spec.Network,
        WorkingDirectory = spec.WorkingDirectory?.Bytes.ToArray(),
        User = spec.User,
    };

    /// <summary>The directory that commands start in.</summary>
    public RemotePath DirectoryOr(RemotePath home) => WorkingDirectory is { Length: > 0 } bytes ? RemotePath.FromBytes(bytes) : home;
}
