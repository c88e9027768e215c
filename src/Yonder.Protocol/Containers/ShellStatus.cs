namespace Yonder.Protocol.Containers;

/// <summary>How the shell of a container is set up.</summary>
/// <param name="SetupComplete">Whether the comforts of <c>shell/setup</c> are there.</param>
/// <param name="CurrentShell">The login shell.</param>
/// <param name="Enhanced">The same as <paramref name="SetupComplete"/>, under the name that some clients read.</param>
public sealed record ShellStatus(bool SetupComplete, string CurrentShell, bool Enhanced);
