using Yonder.Drivers.Local;
using Yonder.Runtimes;

namespace Yonder.Tests.Drivers.Local;

/// <summary>A driver for this machine, for all tests of a class.</summary>
public class LocalHostFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("yonder-local-").FullName;
    private LocalDriver? _driver;

    protected virtual bool UsesGroups => true;

    public Task InitializeAsync()
    {
        _driver = LocalDrivers.Create(_folder, groups: UsesGroups);
        return Task.CompletedTask;
    }

    public async Task<IRuntime> ConnectAsync() => await _driver.ShouldNotBeNull().ConnectHostAsync();

    public async Task DisposeAsync()
    {
        await _driver.ShouldNotBeNull().DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
