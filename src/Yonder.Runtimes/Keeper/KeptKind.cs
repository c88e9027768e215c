namespace Yonder.Runtimes.Keeper;

/// <summary>What is kept.</summary>
public enum KeptKind
{
    /// <summary>A terminal.</summary>
    Terminal,

    /// <summary>A process without a terminal.</summary>
    Process,
}
