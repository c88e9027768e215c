using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>The life of containers of Podman.</summary>
[RequiresPodman]
public sealed class PodmanProvisioningTests : ProvisioningConformance
{
    private readonly string _instance = Guid.NewGuid().ToString("N");

    protected override string Image => BusyboxImage.Ubuntu;

    protected override async Task<IRuntimeDriver> OpenDriverAsync() => DockerDrivers.Open(await PodmanServer.SharedAsync(), _instance);
}
