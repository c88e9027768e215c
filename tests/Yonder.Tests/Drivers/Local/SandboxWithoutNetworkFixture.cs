using Yonder.Runtimes.Provisioning;

namespace Yonder.Tests.Drivers.Local;

/// <summary>One sandbox that only reaches itself.</summary>
public sealed class SandboxWithoutNetworkFixture : SandboxFixture
{
    protected override NetworkMode Network => NetworkMode.None;
}
