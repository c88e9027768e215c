namespace Yonder.Runtimes.Provisioning;

/// <summary>A runtime started, stopped, paused or went away.</summary>
/// <param name="Id">Our id.</param>
/// <param name="Runtime">As it is now; <see langword="null"/> when it is gone.</param>
public sealed record RuntimeChanged(RuntimeId Id, ProvisionedRuntime? Runtime) : ProvisionChange;
