using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;
using Yonder.Runtimes.Registry;
using Yonder.TestKit.Registry;

namespace Yonder.Tests.Runtimes.Registry;

public sealed class RuntimeRegistryTests
{
    [Fact]
    public async Task What_is_created_is_written_down_before_it_is_made()
    {
        await using var world = await RegistryWorld.StartAsync();
        var gate = new TaskCompletionSource();
        world.Engine.Gate = gate.Task;

        var record = await world.Registry.CreateAsync(RegistryWorld.Wish("box"));

        record.State.ShouldBe(RuntimeState.Creating);
        world.Store.Records.ShouldHaveSingleItem().Id.ShouldBe(record.Id);
        gate.SetResult();
        (await world.Registry.WaitReadyAsync(record.Id)).State.ShouldBe(RuntimeState.Running);
        world.Store.Records.ShouldHaveSingleItem().State.ShouldBe(RuntimeState.Running);
    }

    [Fact]
    public async Task A_runtime_is_found_by_id_prefix_and_name_but_only_by_its_owner()
    {
        await using var world = await RegistryWorld.StartAsync();
        var record = await world.MakeAsync("box");

        foreach (var key in new[] { record.Id.Value, record.Id.Value[..12], "box" })
        {
            (await world.Registry.FindAsync("ann", key)).ShouldNotBeNull().Id.ShouldBe(record.Id);
            (await world.Registry.FindAsync("bob", key)).ShouldBeNull();
        }

        (await world.Registry.FindAsync("ann", record.Id.Value[..11])).ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_wishes_for_one_name_one_fails_and_other_owners_are_free_to_use_it()
    {
        await using var world = await RegistryWorld.StartAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Record.ExceptionAsync(() => world.Registry.CreateAsync(RegistryWorld.Wish("box")).AsTask())));

        outcomes.Count(outcome => outcome is null).ShouldBe(1);
        outcomes.OfType<RuntimeException>().ShouldAllBe(failure => failure.Error == RuntimeError.AlreadyExists);
        await world.MakeAsync("box", "bob");
    }

    [Fact]
    public async Task The_limit_of_an_owner_holds_against_parallel_wishes()
    {
        await using var world = await RegistryWorld.StartAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Record.ExceptionAsync(() => world.Registry.CreateAsync(RegistryWorld.Wish($"box-{i}", limit: 3)).AsTask())));

        outcomes.Count(outcome => outcome is null).ShouldBe(3);
        outcomes.OfType<RuntimeException>().ShouldAllBe(failure => failure.Error == RuntimeError.LimitReached);
    }

    [Fact]
    public async Task A_wish_that_can_never_be_fulfilled_leaves_nothing()
    {
        await using var world = await RegistryWorld.StartAsync();

        var failure = await Should.ThrowAsync<RuntimeException>(() => world.Registry.CreateAsync(RegistryWorld.Wish("box", image: "impossible")).AsTask());

        failure.Error.ShouldBe(RuntimeError.ImageNotFound);
        world.Store.Records.ShouldBeEmpty();
        await world.MakeAsync("box");
    }

    [Fact]
    public async Task Only_so_many_are_made_at_once_and_all_are_made()
    {
        await using var world = await RegistryWorld.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => world.MakeAsync($"worker-{i}")));

        world.Engine.MostCreatedAtOnce.ShouldBeLessThanOrEqualTo(2);
        world.Engine.Ids.Count.ShouldBe(20);
    }

    [Fact]
    public async Task A_creation_that_fails_says_why_to_all_who_wait_and_can_be_tried_again()
    {
        await using var world = await RegistryWorld.StartAsync();
        world.Engine.Failure = new RuntimeException(RuntimeError.ImageNotFound, "There is no image nope:1.");
        var record = await world.Registry.CreateAsync(RegistryWorld.Wish("box"));

        var failure = await Should.ThrowAsync<RuntimeException>(() => world.Registry.OpenAsync(record.Id).AsTask());
        world.Engine.Failure = null;
        var again = await world.Registry.StartAsync(record.Id);

        failure.Error.ShouldBe(RuntimeError.ImageNotFound);
        again.State.ShouldBe(RuntimeState.Running);
        again.Reason.ShouldBeNull();
    }

    [Fact]
    public async Task Deleting_during_creation_cancels_it_and_leaves_nothing()
    {
        await using var world = await RegistryWorld.StartAsync();
        world.Engine.Gate = new TaskCompletionSource().Task;
        var record = await world.Registry.CreateAsync(RegistryWorld.Wish("box"));
        var waiting = world.Registry.OpenAsync(record.Id).AsTask();

        await world.Registry.DeleteAsync(record.Id);

        (await Should.ThrowAsync<RuntimeException>(() => waiting)).Error.ShouldBeOneOf(RuntimeError.NotFound, RuntimeError.Failed);
        world.Store.Records.ShouldBeEmpty();
        world.Engine.Ids.ShouldBeEmpty();
        await world.Registry.DeleteAsync(record.Id);
    }

    [Fact]
    public async Task Stop_start_pause_and_resume_may_be_asked_twice()
    {
        await using var world = await RegistryWorld.StartAsync();
        var id = (await world.MakeAsync("box")).Id;

        (await world.Registry.StartAsync(id)).State.ShouldBe(RuntimeState.Running);
        (await world.Registry.PauseAsync(id)).State.ShouldBe(RuntimeState.Paused);
        (await world.Registry.PauseAsync(id)).State.ShouldBe(RuntimeState.Paused);
        (await world.Registry.ResumeAsync(id)).State.ShouldBe(RuntimeState.Running);
        (await world.Registry.ResumeAsync(id)).State.ShouldBe(RuntimeState.Running);
        (await world.Registry.StopAsync(id)).State.ShouldBe(RuntimeState.Stopped);
        (await world.Registry.StopAsync(id)).State.ShouldBe(RuntimeState.Stopped);
        (await Should.ThrowAsync<RuntimeException>(() => world.Registry.OpenAsync(id).AsTask())).Error.ShouldBe(RuntimeError.WrongState);
        (await world.Registry.StartAsync(id)).State.ShouldBe(RuntimeState.Running);
    }

    [Fact]
    public async Task The_connection_is_shared_until_it_is_lost_or_the_runtime_stops()
    {
        await using var world = await RegistryWorld.StartAsync();
        var id = (await world.MakeAsync("box")).Id;

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Registry.OpenAsync(id).AsTask()));
        var first = all.Distinct().ShouldHaveSingleItem().ShouldBeOfType<FakeRuntime>();
        await first.LoseAsync();
        var second = (await world.Registry.OpenAsync(id)).ShouldBeOfType<FakeRuntime>();
        await world.Registry.StopAsync(id);

        second.ShouldNotBe(first);
        first.IsDisposed.ShouldBeTrue();
        second.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_new_name_frees_the_old_one()
    {
        await using var world = await RegistryWorld.StartAsync();
        var id = (await world.MakeAsync("old")).Id;
        await world.MakeAsync("taken");

        (await Should.ThrowAsync<RuntimeException>(() => world.Registry.UpdateAsync(id, new RuntimeUpdate { Name = "taken" }).AsTask())).Error.ShouldBe(RuntimeError.AlreadyExists);
        var renamed = await world.Registry.UpdateAsync(id, new RuntimeUpdate { Name = "new", Limits = new ResourceLimits(Cpus: 2) });

        renamed.Name.ShouldBe("new");
        renamed.Spec.ShouldNotBeNull().Limits.Cpus.ShouldBe(2);
        await world.MakeAsync("old");
    }

    [Fact]
    public async Task A_runtime_in_use_does_not_count_as_idle()
    {
        await using var world = await RegistryWorld.StartAsync();
        var made = await world.MakeAsync("box");

        using (world.Registry.Use(made.Id))
        {
            var used = await world.Registry.GetAsync(made.Id);
            used.ShouldNotBeNull().LastUsedAt.ShouldBeGreaterThan(made.LastUsedAt);
        }

        var after = await world.Registry.GetAsync(made.Id);
        after.ShouldNotBeNull().LastUsedAt.ShouldBeGreaterThan(made.LastUsedAt);
    }

    [Fact]
    public async Task A_place_that_exists_on_its_own_is_connected_to_but_never_stopped()
    {
        await using var world = await RegistryWorld.StartAsync();

        var record = await world.Registry.CreateAsync(new NewRuntime { Owner = "ann", Name = "host", Address = new Uri("fake://somewhere") });

        record.State.ShouldBe(RuntimeState.Running);
        (await world.Registry.OpenAsync(record.Id)).Info.Id.ShouldBe(record.Id);
        (await Should.ThrowAsync<RuntimeException>(() => world.Registry.StopAsync(record.Id).AsTask())).Error.ShouldBe(RuntimeError.NotSupported);
        await world.Registry.DeleteAsync(record.Id);
        (await world.Registry.GetAsync(record.Id)).ShouldBeNull();
    }
}
