using System.Threading.Tasks.Sources;

namespace Yonder.Drivers.Local.Polling;

/// <summary>A wait that is used again and again without allocating. Everything but the awaiting is done under the owner's lock.</summary>
internal sealed class ReadinessSource(Lock gate) : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _registration;
    private CancellationToken _cancellationToken;

    public bool IsWaiting { get; private set; }

    public ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        if (IsWaiting)
        {
            throw new InvalidOperationException("Somebody waits already: one reader and one writer at a time.");
        }

        _core.Reset();
        _cancellationToken = cancellationToken;
        IsWaiting = true;
        _registration = cancellationToken.UnsafeRegister(static state => ((ReadinessSource)state!).Cancel(), this);
        return new(this, _core.Version);
    }

    public void Complete()
    {
        if (End())
        {
            _core.SetResult(result: true);
        }
    }

    public void Fail()
    {
        if (End())
        {
            _core.SetException(new ObjectDisposedException(nameof(Pollable)));
        }
    }

    void IValueTaskSource.GetResult(short token)
    {
        // Waits for a cancellation that is running: it must not hit the next wait.
        _registration.Dispose();
        _core.GetResult(token);
    }

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _core.OnCompleted(continuation, state, token, flags);

    private void Cancel()
    {
        lock (gate)
        {
            if (End())
            {
                _core.SetException(new OperationCanceledException(_cancellationToken));
            }
        }
    }

    private bool End()
    {
        var waited = IsWaiting;
        IsWaiting = false;
        return waited;
    }
}
