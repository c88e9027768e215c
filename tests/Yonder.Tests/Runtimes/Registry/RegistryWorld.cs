using Microsoft.Extensions.Logging.Abstractions;
using Yonder.Runtimes.Provisioning;
using Yonder.Runtimes.Registry;
using Yonder.TestKit.Registry;

namespace Yonder.Tests.Runtimes.Registry;

/// <summary>A registry over an engine and a store that outlive it, so that tests can restart it.</summary>
internal sealed class RegistryWorld : IAsyncDisposable
{
    private static readonly RuntimeRegistryOptions Options = new() { MaxConcurrentCreations = 2, DefaultDriver = "fake", ReadyTimeout = TimeSpan.FromSeconds(20) };

    public FakeDriver Driver { get; } = new();

    public FakeEngine Engine => Driver.Engine;

    public InMemoryRuntimeStore Store { get; } = new();

    public RuntimeRegistry Registry { get; private set; } = null!; // set by StartAsync, the only way to get a world

    public static async Task<RegistryWorld> StartAsync()
    {
        var world = new RegistryWorld();
        await world.RestartAsync();
        return world;
    }

    public async Task RestartAsync()
    {
        await (Registry?.DisposeAsync() ?? ValueTask.CompletedTask);
        Registry = new RuntimeRegistry(new RuntimeDrivers([Driver], Options), Store, Options, TimeProvider.System, NullLogger<RuntimeRegistry>.Instance);
        await Registry.RecoverAsync();
    }

    public static NewRuntime Wish(string name, string owner = "ann", string image = "ubuntu:24.04", int? limit = null) => new()
    {
        Owner = owner,
        Name = name,
        Spec = new ProvisionSpec { Id = default, Image = image },
        OwnerLimit = limit,
    };

    public async Task<RuntimeRecord> MakeAsync(string name, string owner = "ann")
        => await Registry.WaitReadyAsync((await Registry.CreateAsync(Wish(name, owner))).Id);

    public ValueTask DisposeAsync() => Registry.DisposeAsync();
}
