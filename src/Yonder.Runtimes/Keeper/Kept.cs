using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Journals;
using Yonder.Runtimes.Terminals;

namespace Yonder.Runtimes.Keeper;

/// <summary>One terminal or process from its start until it is removed: its pumps, its input, its viewers and how it ended.</summary>
internal sealed partial class Kept : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly KeptProgram _program;
    private readonly KeeperOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ByteJournal[] _journals;
    [SuppressMessage("Usage", "CA2213", Justification = "Its life, which the disposal awaits, ends with disposing it.")]
    private readonly InputQueue _input;
    private readonly ViewerList _viewers;
    private readonly CursorLease? _firstViewer;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _life;
    private volatile KeptInfo _info;
    private bool _isStopping;

    public Kept(KeepSpec spec, KeptProgram program, KeeperOptions options, TimeProvider time, ILogger logger)
    {
        Spec = spec;
        _program = program;
        _options = options;
        _time = time;
        _logger = logger;
        _journals = [.. program.Outputs.Select(_ => new ByteJournal(JournalOptions()))];
        if (spec.FirstViewerGrace > TimeSpan.Zero)
        {
            // Before anything is printed; its own clock ends it, and the first viewer that reads goes ahead of it.
            _firstViewer = _journals[0].OpenCursor(0).Abandon(spec.FirstViewerGrace);
        }

        _input = new(program, options.InputQueue);
        _viewers = new(time);
        Idle = new(time);
        _info = new()
        {
            Key = spec.Key,
            Runtime = spec.Runtime,
            Kind = program.Kind,
            StartedAt = time.GetUtcNow(),
            Size = spec.Terminal?.Size,
        };
        _life = LiveAsync();
    }

    public KeepSpec Spec { get; }

    /// <summary>Gets how long nothing has come in or out, as the sweeps see it.</summary>
    public IdleClock Idle { get; }

    /// <summary>Gets how much has come in and out.</summary>
    public long Traffic => _input.End + Printed;

    public KeptInfo Info
    {
        get
        {
            var (viewers, detachedSince) = _viewers.State;
            return _info with
            {
                Start = _journals[0].Start,
                End = _journals[0].End,
                IsStorageFailing = _journals.Any(static journal => journal.StorageError is not null),
                Viewers = viewers,
                DetachedSince = detachedSince,
            };
        }
    }

    private long Printed => _journals.Sum(static journal => journal.End);

    public KeptReader Attach(AttachSpec spec)
    {
        var journal = _journals.ElementAtOrDefault((int)spec.Output)
            ?? throw new RuntimeException(RuntimeError.InvalidRequest, "A terminal has one output only.");
        var reader = new KeptReader(this, spec, journal.OpenCursor(spec.Since, spec.Cursor));
        _viewers.Add(reader);
        return reader;
    }

    public void Left(KeptReader reader, CursorLease? lease) => _viewers.Remove(reader, lease);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => _input.WriteAsync(input, cancellationToken);

    public void CloseInput() => _input.Complete();

    public async ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken)
    {
        if (_info is { IsRunning: true, Kind: KeptKind.Terminal })
        {
            await _program.ResizeAsync(size, cancellationToken);
            lock (_gate)
            {
                _info = _info with { Size = size };
            }
        }
    }

    public ValueTask SignalAsync(ProcessSignal signal, CancellationToken cancellationToken)
        => _info.IsRunning ? _program.SignalAsync(signal, cancellationToken) : ValueTask.CompletedTask;

    public Task WaitAsync(CancellationToken cancellationToken) => _ended.Task.WaitAsync(cancellationToken);

    /// <summary>Ends the program and waits for all that belongs to it. <paramref name="reason"/> says why, when it was not asked for.</summary>
    public async Task EndAsync(string? reason = null)
    {
        lock (_gate)
        {
            if (reason is not null && _info.IsRunning)
            {
                _info = _info with { Failure = reason };
            }
        }

        await StopAsync();
        await _life;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _firstViewer?.Dispose();
        _viewers.Dispose();
        foreach (var journal in _journals)
        {
            journal.Dispose();
        }

        _stop.Dispose();
    }

    private ByteJournalOptions JournalOptions() => new()
    {
        Window = _options.Window,
        Retention = Spec.Retention,
        UnattendedLimit = Spec.UnattendedLimit,
        SpillDirectory = _options.SpillDirectory,
        TimeProvider = _time,
        Logger = _logger,
    };
}
