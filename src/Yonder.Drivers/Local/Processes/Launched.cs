using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Trees;

namespace Yonder.Drivers.Local.Processes;

/// <summary>A command that was started.</summary>
/// <param name="Child">The process.</param>
/// <param name="Tree">All that it starts.</param>
/// <param name="Master">Our end of its terminal, when it has one.</param>
internal sealed record Launched(Child Child, IProcessTree Tree, SafeFileHandle? Master);
