using Yonder.Runtimes.Journals;
using Yonder.Runtimes.Registry;

namespace Yonder.Tests.Runtimes.Registry;

public sealed class RegistryEventTests
{
    [Fact]
    public async Task A_life_is_told_in_order()
    {
        await using var world = await RegistryWorld.StartAsync();
        using var cursor = world.Registry.Events.OpenCursor();

        var record = await world.MakeAsync("box");
        await world.Registry.StopAsync(record.Id);
        await world.Registry.DeleteAsync(record.Id);

        var told = await ReadUntilAsync(cursor, happened => happened is RuntimeRemoved);
        told[0].ShouldBeOfType<RuntimeAdded>().Record.State.ShouldBe(RuntimeState.Creating);
        told.OfType<RuntimeUpdated>().Select(update => update.Record.State)
            .ShouldBe([RuntimeState.Running, RuntimeState.Stopping, RuntimeState.Stopped, RuntimeState.Deleting]);
        told.OfType<RuntimeMade>().ShouldHaveSingleItem().Record.State.ShouldBe(RuntimeState.Running);
    }

    [Fact]
    public async Task The_steps_of_a_creation_can_be_followed_from_the_first_even_when_it_is_over()
    {
        await using var world = await RegistryWorld.StartAsync();
        var record = await world.MakeAsync("box");

        using var cursor = world.Registry.OpenProgress(record.Id).ShouldNotBeNull();
        var steps = await cursor.ReadAsync();
        var (count, message) = (steps.Records.Length, steps.Records.Span[0].Value.Message);
        cursor.Advance(count);

        message.ShouldBe("Making it");
        (await cursor.ReadAsync()).IsEnd.ShouldBeTrue();
    }

    private static async Task<List<RuntimeEvent>> ReadUntilAsync(RecordCursor<RuntimeEvent> cursor, Func<RuntimeEvent, bool> isLast)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var all = new List<RuntimeEvent>();
        while (all.Count is 0 || !isLast(all[^1]))
        {
            var read = await cursor.ReadAsync(limit.Token);
            foreach (var happened in read.Records.ToArray())
            {
                all.Add(happened.Value);
            }

            cursor.Advance(read.Records.Length);
        }

        return all;
    }
}
