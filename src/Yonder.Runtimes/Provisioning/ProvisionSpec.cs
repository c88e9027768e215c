using System.Collections.Immutable;

namespace Yonder.Runtimes.Provisioning;

/// <summary>The wish for a new runtime.</summary>
public sealed record ProvisionSpec
{
    /// <summary>Gets the id to give it.</summary>
    public required RuntimeId Id { get; init; }

    /// <summary>Gets the image reference, e.g. <c>ubuntu:24.04</c>; what the names mean is the driver's.</summary>
    public required string Image { get; init; }

    /// <summary>Gets the name people know it by; used as the host name where the engine allows.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the main command instead of one that waits; the image's own entry point is not used when <see langword="null"/>.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Gets variables that every process in it sees.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets labels, kept with it.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets the limits.</summary>
    public ResourceLimits Limits { get; init; } = ResourceLimits.None;

    /// <summary>Gets what it may reach.</summary>
    public NetworkMode Network { get; init; } = NetworkMode.Full;

    /// <summary>Gets the directory that shells start in; the driver's default when <see langword="null"/>.</summary>
    public RemotePath? WorkingDirectory { get; init; }

    /// <summary>Gets the user that everything runs as; the image's own when <see langword="null"/>.</summary>
    public string? User { get; init; }
}
