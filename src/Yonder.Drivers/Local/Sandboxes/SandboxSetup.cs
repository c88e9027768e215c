using Yonder.Drivers.Local.Polling;
using Yonder.Drivers.Local.Processes;
using Yonder.Drivers.Local.Trees;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>What every sandbox of a driver is made with.</summary>
internal sealed record SandboxSetup(Isolation Isolation, SpawnLane Lane, Reactor Reactor, ProcessTrees Trees, HostPlace Host, SandboxStore Store, string DataFolder, TimeProvider Time);
