using Yonder.Drivers.Local;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Tests.Drivers.Local;

/// <summary>One sandbox by bubblewrap, for all tests of a class.</summary>
public class SandboxFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("yonder-local-").FullName;
    private readonly RuntimeId _id = new("sandbox");
    private LocalDriver? _driver;

    protected virtual NetworkMode Network => NetworkMode.Full;

    private IProvisioning Provisioning => _driver.ShouldNotBeNull().Provisioning;

    public async Task InitializeAsync()
    {
        _driver = LocalDrivers.Create(_folder);
        var spec = new ProvisionSpec { Id = _id, Image = "host", Network = Network };
        await Provisioning.CreateAsync(spec, new Progress<ProvisionProgress>());
    }

    public async Task<IRuntime> ConnectAsync() => await Provisioning.ConnectAsync(_id);

    public async Task DisposeAsync()
    {
        await _driver.ShouldNotBeNull().DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
