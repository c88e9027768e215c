using Yonder.Runtimes.Journals;

namespace Yonder.Tests.Runtimes.Journals;

/// <summary>A reader that checks all that it is given against where it stands.</summary>
internal sealed class ByteReaderModel(ByteJournal journal, long? since, CursorHold hold) : IDisposable
{
    private readonly ByteCursor _cursor = journal.OpenCursor(since, new() { Hold = hold });

    public CursorHold Hold => hold;

    public long Position { get; private set; } = since ?? journal.Start;

    /// <summary>Reads once, when there is something, and counts some of it as read.</summary>
    public async Task ReadAsync(Random random)
    {
        if (await TakeAsync() is { IsEnd: false } read)
        {
            var count = random.Next(3) is 0 ? random.Next(read.Bytes.Length + 1) : read.Bytes.Length;
            _cursor.Advance(count);
            Position += count;
            _cursor.Position.ShouldBe(Position);
        }
    }

    public async Task ReadToEndAsync(long end)
    {
        while ((await TakeAsync()).ShouldNotBeNull() is { IsEnd: false } read)
        {
            _cursor.Advance(read.Bytes.Length);
            Position += read.Bytes.Length;
        }

        Position.ShouldBe(end);
    }

    public CursorLease Abandon() => _cursor.Abandon(TimeSpan.FromSeconds(5));

    public void Dispose() => _cursor.Dispose();

    /// <summary>One read, checked; null when the reader would have to wait.</summary>
    private async Task<ByteRead?> TakeAsync()
    {
        var start = journal.Start;
        using var giveUp = new CancellationTokenSource();
        var reading = _cursor.ReadAsync(giveUp.Token).AsTask();
        if (!reading.IsCompleted)
        {
            Position.ShouldBe(journal.End, "a reader waits only when it has read everything");
            await giveUp.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => reading);
            return null;
        }

        var read = await reading;
        read.Gap.ShouldBe(Math.Max(0, start - Position), "the gap is exactly what is gone");
        read.Offset.ShouldBe(Position + read.Gap);
        Pattern.Matches(read.Bytes.Span, read.Offset).ShouldBeTrue("the bytes are those of their offset");
        Position = read.Offset;
        return read;
    }
}
