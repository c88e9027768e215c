using System.Threading.Channels;
using Yonder.Gateway.Platform.Terminals;
using Yonder.Runtimes;
using Yonder.Runtimes.Journals;
using Yonder.Runtimes.Keeper;
using Yonder.Runtimes.Terminals;

namespace Yonder.Gateway.Features.Recordings;

/// <summary>Writes what one container's terminal shows to a file while it happens. When the shell ends, the next one that is started is followed.</summary>
internal sealed class Recorder(
    RecordingRecord record, FileStream file, bool recordsInput, TerminalSessions sessions, RecordingOptions options, TimeProvider time) : ITerminalObserver, IAsyncDisposable
{
    // The program waits for the recorder: a recording has no gaps. It reads from the journal, so it holds no output itself.
    private static readonly CursorOptions Cursor = new() { Hold = CursorHold.Strict };

    private readonly CastWriter _cast = new(file);
    private readonly long _started = time.GetTimestamp();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _stop = new(options.MaxDuration, time);

    // Only the newest of the terminals that were started meanwhile is of interest.
    private readonly Channel<TerminalSession> _next = Channel.CreateBounded<TerminalSession>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private TerminalSize _size;
    private Task<string?>? _running;

    public RecordingRecord Record => record;

    /// <summary>Gets what has been written so far.</summary>
    public CastFacts Facts => new(_cast.Duration, _cast.Events, _cast.Length);

    /// <summary>Begins, with the terminal that runs or, when there is none, the next that is started. The result says why it ended by itself, or nothing when it was stopped.</summary>
    public async Task<Task<string?>> StartAsync(TerminalSession? session, DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        _size = session?.Info.Size ?? TerminalSize.Default;
        await _cast.WriteHeaderAsync(_size, startedAt, record.Title is "" ? null : record.Title, cancellationToken);
        return _running = RunAsync(session);
    }

    /// <summary>Tells of a terminal that was started: it is followed once there is nothing else to follow.</summary>
    public void Offer(TerminalSession session) => _next.Writer.TryWrite(session);

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await (_running ?? Task.FromResult<string?>(null));
    }

    public ValueTask ResizedAsync(TerminalSize size, CancellationToken cancellationToken)
        => NoteAsync(
            () =>
            {
                _size = size;
                return _cast.WriteResizeAsync(Now(), size, cancellationToken);
            },
            cancellationToken);

    public ValueTask TypedAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
        => recordsInput ? NoteAsync(() => _cast.WriteInputAsync(Now(), input.Span, cancellationToken), cancellationToken) : ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await file.DisposeAsync();
        _turn.Dispose();
        _stop.Dispose();
    }

    private TimeSpan Now() => time.GetElapsedTime(_started);

    private async Task<string?> RunAsync(TerminalSession? session)
    {
        try
        {
            for (; ; session = null)
            {
                session ??= await _next.Reader.ReadAsync(_stop.Token);
                if (await FollowAsync(session) is { } reason)
                {
                    return reason;
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return Now() >= options.MaxDuration ? "the time limit was reached" : null;
        }
        catch (IOException)
        {
            return "the disk could not take more";
        }
    }

    private async Task<string?> FollowAsync(TerminalSession session)
    {
        try
        {
            using var reader = await sessions.AttachAsync(
                session.Key, new AttachSpec { Since = session.IsNew ? 0 : session.Info.End, Cursor = Cursor }, _stop.Token);
            using var observed = sessions.Observe(session.Key, this);
            if (session.Info.Size is { } size && size != _size)
            {
                await ResizedAsync(size, _stop.Token);
            }

            return await CopyAsync(session.Key, reader);
        }
        catch (Exception exception) when (exception is RuntimeException or ObjectDisposedException)
        {
            // The terminal was forgotten, before it could be followed or meanwhile: there is nothing more of it.
            return null;
        }
    }

    private async Task<string?> CopyAsync(TerminalKey key, IKeptReader reader)
    {
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(_stop.Token);
                if (read.IsEnd)
                {
                    return null;
                }

                await TakeAsync(reader, read);
                if (_cast.Length >= options.MaxBytes)
                {
                    return "the size limit was reached";
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // What was printed before the stop belongs to the recording.
            var end = (await sessions.FindAsync(key, CancellationToken.None))?.Info.End ?? 0;
            while (reader.Position < end && _cast.Length < options.MaxBytes)
            {
                await TakeAsync(reader, await reader.ReadAsync(CancellationToken.None));
            }

            throw;
        }
    }

    private async ValueTask TakeAsync(IKeptReader reader, ByteRead read)
    {
        await WriteAsync(() => _cast.WriteOutputAsync(Now(), read.Bytes.Span, CancellationToken.None), CancellationToken.None);
        reader.Advance(read.Bytes.Length);
    }

    /// <summary>Writes what a client did. A disk that is full must not keep anybody from typing: copying the output ends the recording for it.</summary>
    private async ValueTask NoteAsync(Func<ValueTask> write, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(write, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // As above.
        }
    }

    private async ValueTask WriteAsync(Func<ValueTask> write, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await write();
        }
        finally
        {
            _turn.Release();
        }
    }
}
