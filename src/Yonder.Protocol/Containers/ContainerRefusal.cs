namespace Yonder.Protocol.Containers;

/// <summary>Why a container is not made, with what the caller needs to do better.</summary>
/// <param name="Error">What happened and what to do.</param>
/// <param name="Code">A stable name to switch on.</param>
public sealed record ContainerRefusal(string Error, string Code)
{
    /// <summary>Gets the explanation, for clients that read this field.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the name that is taken.</summary>
    public string? Name { get; init; }

    /// <summary>Gets how many the caller has.</summary>
    public int? Current { get; init; }

    /// <summary>Gets how many the caller may have.</summary>
    public int? Limit { get; init; }

    /// <summary>Gets the caller's plan.</summary>
    public string? Tier { get; init; }
}
