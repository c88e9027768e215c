using Yonder.Runtimes.Journals;

namespace Yonder.Runtimes.Keeper;

/// <summary>Moves what a program prints into its journal: what is there goes at once and in one piece, never on a timer.</summary>
internal static class OutputPump
{
    /// <summary>Less room than this is not worth a read.</summary>
    private const int MinRead = 512;

    /// <summary>Runs until the output ends, and completes the journal. Never fails: what went wrong is the journal's end.</summary>
    public static async Task RunAsync(Stream output, ByteJournal journal, CancellationToken cancellationToken)
    {
        RuntimeException? reason = null;
        try
        {
            await MoveAsync(output, journal, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever stopped it knows why.
        }
        catch (Exception error)
        {
            reason = error as RuntimeException ?? new RuntimeException(RuntimeError.Failed, "The output broke off.", error);
        }

        journal.Return();
        journal.Complete(reason);
    }

    private static async Task MoveAsync(Stream output, ByteJournal journal, CancellationToken cancellationToken)
    {
        var room = Memory<byte>.Empty;
        var filled = 0;
        while (true)
        {
            if (room.Length - filled < MinRead)
            {
                journal.Commit(filled);
                room = await journal.RentAsync(MinRead, cancellationToken);
                filled = 0;
            }

            var reading = output.ReadAsync(room[filled..], cancellationToken);
            var hasToWait = !reading.IsCompleted;
            if (hasToWait)
            {
                journal.Commit(filled);
                room = room[filled..];
                filled = 0;
            }

            var count = await reading;
            filled += count;
            if (count is 0)
            {
                journal.Commit(filled);
                return;
            }

            // A few bytes after a wait, a key's echo: they go at once, and the journal may give a smaller block for the next wait.
            if (hasToWait && count < room.Length / 8)
            {
                journal.Commit(filled);
                room = default;
                filled = 0;
            }
        }
    }
}
