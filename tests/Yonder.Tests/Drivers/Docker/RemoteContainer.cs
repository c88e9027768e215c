using Yonder.Runtimes.Provisioning;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>A container of dockerd, driven through the Engine API alone, as on another machine, and without a network to be dialed at.</summary>
public sealed class RemoteContainer : DockerContainer
{
    protected override bool UseHost => false;

    protected override NetworkMode Network => NetworkMode.None;
}
