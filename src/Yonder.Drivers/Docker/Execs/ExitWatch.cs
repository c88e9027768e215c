using Yonder.Drivers.Docker.Engine;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Docker.Execs;

/// <summary>Learns how a process ended, for any number of waiters.</summary>
/// <remarks>The end of its connection is the quick sign. Children that hold its output keep the connection open, so the engine is asked now and then too.</remarks>
internal sealed class ExitWatch : IAsyncDisposable
{
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LastPoll = TimeSpan.FromSeconds(2);

    private readonly ExecInstance _exec;
    private readonly EngineClient _engine;
    private readonly Task _connectionEnd;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<ExitStatus> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _watching;

    /// <summary>Starts watching.</summary>
    /// <param name="exec">The process.</param>
    /// <param name="engine">Its engine.</param>
    /// <param name="connectionEnd">Ends with the connection; never fails.</param>
    public ExitWatch(ExecInstance exec, EngineClient engine, Task connectionEnd)
    {
        (_exec, _engine, _connectionEnd) = (exec, engine, connectionEnd);
        _watching = WatchAsync();
    }

    public bool HasEnded => _exit.Task.IsCompletedSuccessfully;

    public Task<ExitStatus> WaitAsync(CancellationToken cancellationToken) => _exit.Task.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            _exit.TrySetResult(await LearnAsync(_stop.Token));
        }
        catch (Exception error)
        {
            _exit.TrySetException(error is OperationCanceledException
                ? new RuntimeException(RuntimeError.WrongState, "The process was let go before it ended.")
                : _engine.Translate(error));

            // Nobody needs to wait: an exception that nobody saw is no failure of its own.
            _ = _exit.Task.Exception;
        }
    }

    private async Task<ExitStatus> LearnAsync(CancellationToken cancellationToken)
    {
        var pause = FirstPoll;
        while (!_connectionEnd.IsCompleted)
        {
            await Task.WhenAny(_connectionEnd, Task.Delay(pause, _engine.Time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            if (!_connectionEnd.IsCompleted && await _exec.PollAsync(cancellationToken) is { } status)
            {
                return status;
            }

            pause = pause * 1.5 < LastPoll ? pause * 1.5 : LastPoll;
        }

        return await _exec.AwaitEndAsync(cancellationToken);
    }
}
