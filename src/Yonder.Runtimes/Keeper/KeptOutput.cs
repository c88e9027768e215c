namespace Yonder.Runtimes.Keeper;

/// <summary>Which of a kept program's outputs.</summary>
public enum KeptOutput
{
    /// <summary>What a terminal shows, or a process's standard output.</summary>
    Main,

    /// <summary>A process's standard error; a terminal has none.</summary>
    Error,
}
