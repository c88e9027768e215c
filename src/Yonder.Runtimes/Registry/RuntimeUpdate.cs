using Yonder.Runtimes.Provisioning;

namespace Yonder.Runtimes.Registry;

/// <summary>What to change of a runtime; what is <see langword="null"/> stays.</summary>
public sealed record RuntimeUpdate
{
    /// <summary>Gets the new name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the new limits.</summary>
    public ResourceLimits? Limits { get; init; }

    /// <summary>Gets the new attributes, in place of all the old ones.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
}
