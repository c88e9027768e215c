using FsCheck;
using FsCheck.Fluent;

namespace Yonder.Tests.Runtimes.Journals;

public sealed class ByteJournalPropertyTests
{
    [Fact]
    public Task Whatever_happens_every_cursor_sees_every_byte_once_in_order_or_is_told_the_gap()
        => Task.Run(() => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(100).WithEndSize(400),
            Prop.ForAll<NonNegativeInt[], bool>(async (steps, keepsOnDisk) =>
            {
                using var world = new ByteJournalWorld(keepsOnDisk ? 200_000 : 8_000, seed: steps.Length);
                foreach (var step in steps)
                {
                    await world.StepAsync(step.Get);
                }

                await world.FinishAsync();
            })));
}
