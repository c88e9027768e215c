using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;
using Yonder.Runtimes.Registry;
using Yonder.TestKit.Waiting;

namespace Yonder.Tests.Runtimes.Registry;

public sealed class RegistryRecoveryTests
{
    [Fact]
    public async Task What_was_made_is_found_again_in_the_state_its_engine_says()
    {
        await using var world = await RegistryWorld.StartAsync();
        var record = await world.MakeAsync("box");
        world.Engine.Put(record.Id, ProvisionedState.Stopped);

        await world.RestartAsync();

        var found = await world.Registry.FindAsync("ann", "box");
        found.ShouldNotBeNull().Id.ShouldBe(record.Id);
        await EventuallyAsync(world, record.Id, RuntimeState.Stopped);
    }

    [Fact]
    public async Task A_creation_that_a_crash_cut_off_is_finished()
    {
        await using var world = await RegistryWorld.StartAsync();
        world.Engine.Gate = new TaskCompletionSource().Task;
        var record = await world.Registry.CreateAsync(RegistryWorld.Wish("box"));
        world.Engine.Gate = Task.CompletedTask;

        await world.RestartAsync();

        (await world.Registry.WaitReadyAsync(record.Id)).State.ShouldBe(RuntimeState.Running);
        world.Engine.StateOf(record.Id).ShouldBe(ProvisionedState.Running);
    }

    [Theory]
    [InlineData(RuntimeState.Deleting)]
    [InlineData(RuntimeState.Stopping)]
    public async Task A_change_that_a_crash_cut_off_is_finished(RuntimeState cut)
    {
        await using var world = await RegistryWorld.StartAsync();
        var record = await world.MakeAsync("box");
        await world.Store.UpdateAsync(record with { State = cut });

        await world.RestartAsync();

        await EventuallyAsync(world, record.Id, cut is RuntimeState.Deleting ? null : RuntimeState.Stopped);
        world.Engine.StateOf(record.Id).ShouldBe(cut is RuntimeState.Deleting ? null : ProvisionedState.Stopped);
    }

    [Fact]
    public async Task What_no_record_names_is_removed_from_the_engine()
    {
        await using var world = await RegistryWorld.StartAsync();
        var kept = await world.MakeAsync("box");
        world.Engine.Put(new RuntimeId("orphan"), ProvisionedState.Running);

        await world.RestartAsync();

        world.Engine.Ids.ShouldHaveSingleItem().ShouldBe(kept.Id);
    }

    [Fact]
    public async Task What_the_engine_lost_is_said_and_made_again_by_starting_it()
    {
        await using var world = await RegistryWorld.StartAsync();
        var record = await world.MakeAsync("box");

        world.Engine.Lose(record.Id);
        world.Engine.Tell(new RuntimeChanged(record.Id, Runtime: null));

        var lost = await EventuallyAsync(world, record.Id, RuntimeState.Failed);
        lost.ShouldNotBeNull().Error.ShouldBe(RuntimeError.NotFound);
        (await world.Registry.StartAsync(record.Id)).State.ShouldBe(RuntimeState.Running);
        world.Engine.StateOf(record.Id).ShouldBe(ProvisionedState.Running);
    }

    [Fact]
    public async Task An_engine_that_was_away_is_compared_when_it_is_back()
    {
        await using var world = await RegistryWorld.StartAsync();
        var stopped = await world.MakeAsync("stopped");
        var deleted = await world.MakeAsync("deleted");
        world.Engine.IsAnswering = false;
        await world.Registry.DeleteAsync(deleted.Id);

        world.Engine.Put(stopped.Id, ProvisionedState.Stopped);
        world.Engine.IsAnswering = true;
        world.Engine.Tell(new EngineChanged(new DriverStatus(IsAvailable: true, "back")));

        await EventuallyAsync(world, stopped.Id, RuntimeState.Stopped);
        await Eventually.TrueAsync(() => Task.FromResult(world.Engine.StateOf(deleted.Id) is null), "the engine still has what was deleted");
    }

    [Fact]
    public async Task A_crash_of_the_store_at_start_is_everybodys_failure_not_an_empty_list()
    {
        var options = new RuntimeRegistryOptions();
        await using var registry = new RuntimeRegistry(new RuntimeDrivers([], options), new BrokenStore(), options, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<RuntimeRegistry>.Instance);

        await Should.ThrowAsync<IOException>(() => registry.RecoverAsync());
        await Should.ThrowAsync<IOException>(() => registry.ListAsync("ann").AsTask());
    }

    private static async Task<RuntimeRecord?> EventuallyAsync(RegistryWorld world, RuntimeId id, RuntimeState? state)
    {
        RuntimeRecord? record = null;
        await Eventually.TrueAsync(
            async () =>
            {
                record = await world.Registry.GetAsync(id);
                return record?.State == state;
            },
            $"the record does not say {state}");
        return record;
    }

    private sealed class BrokenStore : IRuntimeStore
    {
        public ValueTask<IReadOnlyList<RuntimeRecord>> LoadAsync(CancellationToken cancellationToken = default) => throw new IOException("The disk is gone.");

        public ValueTask AddAsync(RuntimeRecord record, CancellationToken cancellationToken = default) => throw new IOException("The disk is gone.");

        public ValueTask UpdateAsync(RuntimeRecord record, CancellationToken cancellationToken = default) => throw new IOException("The disk is gone.");

        public ValueTask RemoveAsync(RuntimeId id, CancellationToken cancellationToken = default) => throw new IOException("The disk is gone.");
    }
}
