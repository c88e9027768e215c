using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>A container of dockerd, driven with the help of this machine's kernel.</summary>
public class DockerContainer : SharedContainer
{
    protected override async Task<EngineServer> EngineAsync() => await DockerServer.SharedAsync();
}
