using Yonder.Drivers.Docker;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>One running container for the suites of one class: a container a test would only be slower.</summary>
public abstract class SharedContainer : IAsyncLifetime
{
    private readonly RuntimeId _id = new($"suite-{Guid.NewGuid():N}");
    private DockerDriver? _driver;

    /// <summary>Gets a value indicating whether the driver may use that the engine is on this machine.</summary>
    protected virtual bool UseHost => true;

    /// <summary>Gets what the container may reach.</summary>
    protected virtual NetworkMode Network => NetworkMode.Full;

    public async Task InitializeAsync()
    {
        _driver = DockerDrivers.Open(await EngineAsync(), useHost: UseHost);
        await _driver.Provisioning.CreateAsync(new() { Id = _id, Image = BusyboxImage.Reference, Network = Network }, new Progress<ProvisionProgress>());
    }

    public async Task DisposeAsync()
    {
        if (_driver is not null)
        {
            await _driver.Provisioning.DeleteAsync(_id);
            _driver.Dispose();
        }
    }

    /// <summary>Connects to the container.</summary>
    public async Task<IRuntime> ConnectAsync() => await _driver.ShouldNotBeNull().Provisioning.ConnectAsync(_id);

    /// <summary>Finds the engine.</summary>
    protected abstract Task<EngineServer> EngineAsync();
}
