using Yonder.Runtimes.Provisioning;

namespace Yonder.Runtimes.Registry;

/// <summary>The making of a runtime went on.</summary>
/// <param name="Record">As it is now.</param>
/// <param name="Progress">The step.</param>
public sealed record RuntimeProgressed(RuntimeRecord Record, ProvisionProgress Progress) : RuntimeEvent;
