using System.Collections.Immutable;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Runtimes.Registry;

/// <summary>The wish for a new entry of the registry: a runtime to make, or a place to connect to.</summary>
public sealed record NewRuntime
{
    /// <summary>Gets the user it will belong to.</summary>
    public required string Owner { get; init; }

    /// <summary>Gets its name, unique among the owner's; the slice has checked how it is spelled.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the scheme of the driver; the gateway's default when <see langword="null"/>.</summary>
    public string? Driver { get; init; }

    /// <summary>Gets what to make, when a place is to be made; its id and name are given by the registry.</summary>
    public ProvisionSpec? Spec { get; init; }

    /// <summary>Gets where the place is, when it exists on its own.</summary>
    public Uri? Address { get; init; }

    /// <summary>Gets what the slice wants to remember.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets how many runtimes the owner may have with this one; no limit when <see langword="null"/>.</summary>
    public int? OwnerLimit { get; init; }
}
