using Yonder.Drivers.Docker.Engine;
using Yonder.Drivers.Docker.Engine.Models;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Docker.Execs;

/// <summary>One process in a container, and the connection that carries its bytes.</summary>
internal sealed class ExecInstance : IAsyncDisposable
{
    private const int FirstRead = 64 << 10;

    private readonly EngineClient _engine;
    private readonly byte[] _first = new byte[FirstRead];
    private Task<int>? _reading;
    private int _firstStart;
    private int _firstEnd;
    private bool _atEnd;
    private volatile ExecView? _ended;

    private ExecInstance(EngineClient engine, string id, UpgradedStream connection)
    {
        _engine = engine;
        Id = id;
        Connection = connection;
    }

    public string Id { get; }

    /// <summary>Gets the connection, to write; it is read by <see cref="ReadAsync"/>.</summary>
    public UpgradedStream Connection { get; }

    /// <summary>Gets the process by the engine's numbers, which are the host's; 0 when the engine has not told.</summary>
    public int Pid { get; private set; }

    /// <summary>Starts a process and waits until it runs: that it cannot be started is known only then.</summary>
    public static async ValueTask<ExecInstance> StartAsync(ContainerRef container, ExecCreateRequest request, CancellationToken cancellationToken)
    {
        var engine = container.Engine;
        var created = await engine.PostAsync(
            $"/containers/{container.Id}/exec", request, EngineJson.Default.ExecCreateRequest, EngineJson.Default.ExecCreated, cancellationToken);
        var connection = await ConnectAsync(engine, created.Id, request, cancellationToken);
        var exec = new ExecInstance(engine, created.Id, connection);
        using var limit = new TimeLimit(engine.Limits.Call, engine.Time, cancellationToken);
        try
        {
            await exec.AwaitStartAsync(limit.Token);
            return exec;
        }
        catch (Exception error)
        {
            await exec.DisposeAsync();
            throw engine.Translate(error, limit);
        }
    }

    /// <summary>Reads what the engine sends; 0 at its end, or when the connection was cut: only <see cref="AwaitEndAsync"/> knows which.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_reading is not null)
        {
            _firstEnd = await _reading.WaitAsync(cancellationToken);
            _reading = null;
            _atEnd = _firstEnd is 0;
        }

        if (_atEnd)
        {
            return 0;
        }

        if (_firstStart == _firstEnd)
        {
            return await Connection.ReadAsync(buffer, cancellationToken);
        }

        var count = Math.Min(buffer.Length, _firstEnd - _firstStart);
        _first.AsMemory(_firstStart, count).CopyTo(buffer);
        _firstStart += count;
        return count;
    }

    /// <summary>Asks whether the process has ended; <see langword="null"/> while it runs.</summary>
    public async ValueTask<ExitStatus?> PollAsync(CancellationToken cancellationToken)
    {
        if (_ended is null && await InspectAsync(cancellationToken) is { Running: false } view)
        {
            _ended = view;
        }

        return _ended is null ? null : Status(_ended);
    }

    /// <summary>Waits for the exit status of a process whose connection has ended. A connection that was cut is an error, never a success.</summary>
    public async ValueTask<ExitStatus> AwaitEndAsync(CancellationToken cancellationToken)
    {
        // The engine closes the connection a moment before or after it notes the end.
        for (var wait = TimeSpan.FromMilliseconds(1); wait < TimeSpan.FromSeconds(3); wait *= 1.6)
        {
            if (await PollAsync(cancellationToken) is { } status)
            {
                return status;
            }

            await Task.Delay(wait, _engine.Time, cancellationToken);
        }

        throw Lost();
    }

    public async ValueTask DisposeAsync() => await Connection.DisposeAsync();

    private static RuntimeException Lost(Exception? error = null)
        => new(RuntimeError.Unreachable, "The connection to the process was cut: how it ended is unknown.", error);

    private static async ValueTask<UpgradedStream> ConnectAsync(EngineClient engine, string id, ExecCreateRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.UpgradeAsync($"/exec/{id}/start", new ExecStartRequest { Tty = request.Tty }, EngineJson.Default.ExecStartRequest, cancellationToken);
        }
        catch (RuntimeException error) when (ExecFailures.Classify(error.Message, request) is not null)
        {
            // Podman refuses some before it upgrades the connection.
            throw ExecFailures.Classify(error.Message, request) ?? error;
        }
    }

    private static ExitStatus Status(ExecView view) => view.ExitCode is { } code ? new(code & 0xFF) : throw Lost();

    private async ValueTask<ExecView> InspectAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _engine.GetAsync($"/exec/{Id}/json", EngineJson.Default.ExecView, cancellationToken);
        }
        catch (RuntimeException error) when (error.Error is RuntimeError.NotFound)
        {
            // Execs do not outlive their container, nor their engine's process.
            throw Lost(error);
        }
    }

    private async ValueTask AwaitStartAsync(CancellationToken cancellationToken)
    {
        _reading = Connection.ReadFirstAsync(_first).AsTask();
        var wait = TimeSpan.FromMilliseconds(8);
        while (true)
        {
            await Task.WhenAny(_reading, Task.Delay(wait, _engine.Time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            var hasRead = _reading.IsCompleted;
            var view = await InspectAsync(cancellationToken);
            Pid = Math.Max(Pid, view.Pid);
            if (hasRead && !view.Running)
            {
                await ThrowIfNotStartedAsync(view, cancellationToken);
                _ended = view;
                return;
            }

            if (Pid > 0)
            {
                return;
            }

            wait = TimeSpan.FromMilliseconds(hasRead ? 2 : 4);
            if (hasRead)
            {
                // Output, or the engine's word that there is no process: it notes which a moment later.
                await Task.Delay(wait, _engine.Time, cancellationToken);
            }
        }
    }

    // The engine says in the stream itself that a process could not be started, where its output would be.
    private async ValueTask ThrowIfNotStartedAsync(ExecView view, CancellationToken cancellationToken)
    {
        if (Pid > 0 || view.ExitCode is 0)
        {
            return;
        }

        var count = await _reading!;
        var request = ExecFailures.Text(_first.AsSpan(0, count));
        if (ExecFailures.Classify(request, request: null) is { } failure)
        {
            throw failure;
        }

        var identity = await _engine.IdentifyAsync(cancellationToken);
        if (!identity.IsPodman)
        {
            // Docker remembers the number of a process that has ended; where there is none, none ever ran.
            throw new RuntimeException(RuntimeError.Failed, request.Length > 0 ? $"The engine says: {request}." : "The engine could not start the process.");
        }
    }
}
