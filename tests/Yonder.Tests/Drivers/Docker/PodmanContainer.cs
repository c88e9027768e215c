using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>A container of Podman.</summary>
public sealed class PodmanContainer : SharedContainer
{
    protected override async Task<EngineServer> EngineAsync() => await PodmanServer.SharedAsync();
}
