using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Gateway.Platform.Storage;
using Yonder.Gateway.Platform.Terminals;
using Yonder.Protocol.Recordings;
using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Recordings;

/// <summary>Starts and stops recordings, and finishes those that end by themselves.</summary>
internal sealed class RecordingService(
    RecordingStore store,
    CastFolder folder,
    RuntimeRegistry registry,
    TerminalSessions sessions,
    IOptions<RecordingOptions> options,
    TimeProvider time,
    ILogger<RecordingService> logger) : IAsyncDisposable
{
    public const int MaxTitle = 200;

    private readonly ConcurrentDictionary<RuntimeId, LiveRecording> _live = new();

    /// <summary>Starts to record a container of the caller's.</summary>
    /// <exception cref="ProblemException">There is no such container, it is being recorded, or the caller's recordings are too large already.</exception>
    public async Task<RecordingRecord> StartAsync(Caller caller, StartRecordingRequest request, CancellationToken cancellationToken)
    {
        var runtime = await registry.FindAsync(caller.UserId, request.ContainerId, cancellationToken) ?? throw new ProblemException(RecordingProblems.NoContainer);
        if (request.Title is { Length: > MaxTitle })
        {
            throw new ProblemException(RecordingProblems.TitleTooLong);
        }

        if (await store.SizeOfAllAsync(caller.UserId, cancellationToken) >= options.Value.MaxBytesPerUser)
        {
            throw new ProblemException(RecordingProblems.QuotaReached);
        }

        var session = await ChooseAsync(runtime, request.TerminalId, cancellationToken);
        var record = Describe(caller, runtime, request);
        var live = new LiveRecording(record);
        if (!_live.TryAdd(runtime.Id, live))
        {
            throw new ProblemException(RecordingProblems.AlreadyRecording);
        }

        try
        {
            await BeginAsync(live, session, request, cancellationToken);
        }
        catch
        {
            _live.TryRemove(KeyValuePair.Create(runtime.Id, live));
            throw;
        }

        return record;
    }

    /// <summary>Finds the caller's recording in progress of a container, which may be gone by now.</summary>
    public Recorder? Find(Caller caller, string container)
        => _live.Values.FirstOrDefault(live => live.Recorder is not null && string.Equals(live.Record.UserId, caller.UserId, StringComparison.Ordinal) && live.IsOf(container))?.Recorder;

    /// <summary>Finds a recording in progress by its own id.</summary>
    public Recorder? FindById(string id)
        => _live.Values.FirstOrDefault(live => string.Equals(live.Record.Id, id, StringComparison.Ordinal))?.Recorder;

    /// <summary>Stops a recording and returns it as it is kept.</summary>
    public async Task<RecordingRecord> StopAsync(Recorder recorder)
    {
        // Looked up first: once it has ended it is no longer among the live, and what is kept would not be known here.
        var live = _live.Values.FirstOrDefault(candidate => candidate.Recorder == recorder);
        await recorder.StopAsync();
        return live is not null ? await live.Finished : await RequireKeptAsync(recorder.Record);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var live in _live.Values)
        {
            if (live.Recorder is { } recorder)
            {
                await StopAsync(recorder);
            }
        }
    }

    private async Task<RecordingRecord> RequireKeptAsync(RecordingRecord record)
        => await store.FindAsync(record.UserId, record.Id, CancellationToken.None) ?? throw new ProblemException(RecordingProblems.NotFound);

    private RecordingRecord Describe(Caller caller, RuntimeRecord runtime, StartRecordingRequest request)
    {
        var now = time.GetUtcNow();
        return new RecordingRecord
        {
            Id = Guid.CreateVersion7(now).ToString(),
            UserId = caller.UserId,
            RuntimeId = runtime.Id.Value,
            RuntimeName = runtime.Name,
            Title = request.Title ?? runtime.Name,
            State = RecordingRecord.Live,
            ShareToken = RandomNumberGenerator.GetHexString(32, lowercase: true),
            CreatedAt = now.ToMicros(),
        };
    }

    private async Task<TerminalSession?> ChooseAsync(RuntimeRecord runtime, string? terminal, CancellationToken cancellationToken)
    {
        if (terminal is null)
        {
            return await sessions.ListAsync(runtime.Owner, runtime.Id, cancellationToken) is [var newest, ..] ? newest : null;
        }

        return await sessions.FindAsync(new TerminalKey(runtime.Owner, runtime.Id, terminal), cancellationToken) ?? throw new ProblemException(RecordingProblems.NoTerminal);
    }

    private async Task BeginAsync(LiveRecording live, TerminalSession? session, StartRecordingRequest request, CancellationToken cancellationToken)
    {
        await store.AddAsync(live.Record, cancellationToken);
        var recorder = new Recorder(live.Record, folder.Create(live.Record.Id), request.RecordInput, sessions, options.Value, time);
        var watch = sessions.OnStarted(started =>
        {
            if (started.Key == new TerminalKey(live.Record.UserId, new RuntimeId(live.Record.RuntimeId), started.Key.Name))
            {
                recorder.Offer(started);
            }
        });
        var ended = await recorder.StartAsync(session, Micros.FromMicros(live.Record.CreatedAt), CancellationToken.None);
        live.Begin(recorder, FinishAsync(live, recorder, ended, watch));
        logger.RecordingStarted(live.Record.Id, new RuntimeId(live.Record.RuntimeId));
    }

    /// <summary>Waits for the recording's end and writes down how it came.</summary>
    private async Task<RecordingRecord> FinishAsync(LiveRecording live, Recorder recorder, Task<string?> ended, IDisposable watch)
    {
        string? reason;
        try
        {
            reason = await ended;
        }
        catch (Exception exception)
        {
            logger.RecordingFailed(live.Record.Id, exception);
            reason = "it failed";
        }

        watch.Dispose();
        await recorder.DisposeAsync();
        var facts = recorder.Facts;
        var done = live.Record with
        {
            State = RecordingRecord.Done,
            DurationMicros = (long)facts.Duration.TotalMicroseconds,
            EventsCount = facts.Events,
            SizeBytes = facts.Size,
            EndedBy = reason,
            EndedAt = time.GetUtcNow().ToMicros(),
        };
        try
        {
            await store.FinishAsync(done, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The next start of the gateway finds it unfinished and mends that.
            logger.RecordingFailed(live.Record.Id, exception);
        }

        _live.TryRemove(KeyValuePair.Create(new RuntimeId(live.Record.RuntimeId), live));
        logger.RecordingEnded(live.Record.Id, facts.Events, facts.Size);
        return done;
    }
}
