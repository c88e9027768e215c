using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>The life of containers of Podman.</summary>
[RequiresPodman]
public sealed class PodmanProvisioningTests : ProvisioningConformance
{
    private readonly string _instance = Guid.NewGuid().ToString("N");

    // Podman 4.3 does limit memory, but its compatible service cannot change a limit, which the suite goes on to do.
    protected override bool EnforcesMemory => false;

    protected override string Image => BusyboxImage.Ubuntu;

    protected override async Task<IRuntimeDriver> OpenDriverAsync() => DockerDrivers.Open(await PodmanServer.SharedAsync(), _instance);
}
