namespace Yonder.Runtimes;

/// <summary>Where a runtime is; the scheme of <paramref name="Address"/> selects the driver.</summary>
/// <param name="Id">The name to give the runtime.</param>
/// <param name="Address">For example <c>ssh://user@host</c>, <c>local:</c> (this machine) or <c>docker:CONTAINER</c>.</param>
public sealed record RuntimeTarget(RuntimeId Id, Uri Address);
