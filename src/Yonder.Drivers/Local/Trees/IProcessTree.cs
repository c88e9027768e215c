namespace Yonder.Drivers.Local.Trees;

/// <summary>All that one command started, however far it went away from its parent.</summary>
internal interface IProcessTree
{
    /// <summary>Called on the thread that starts the command, just before: what it starts belongs to the tree.</summary>
    void Enter();

    /// <summary>Called on the same thread, just after.</summary>
    void Leave();

    /// <summary>Kills every process of the tree, and returns when none is left.</summary>
    Task KillAsync();
}
