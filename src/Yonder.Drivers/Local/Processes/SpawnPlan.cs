using Microsoft.Win32.SafeHandles;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Processes;

/// <summary>All that a new process starts with.</summary>
internal sealed record SpawnPlan
{
    public required RemotePath Program { get; init; }

    public required IReadOnlyList<byte[]> Arguments { get; init; }

    public required IReadOnlyList<byte[]> Environment { get; init; }

    public required RemotePath Directory { get; init; }

    /// <summary>Gets what becomes descriptor 0, 1, 2 and on. Nothing else is passed.</summary>
    public IReadOnlyList<SafeFileHandle> Descriptors { get; init; } = [];

    /// <summary>Gets the terminal that becomes descriptors 0 to 2 and the controlling terminal of the new session.</summary>
    public RemotePath? Terminal { get; init; }
}
