using System.Threading.Tasks.Sources;

namespace Yonder.Runtimes.Journals;

/// <summary>One party that waits, again and again, without allocating. Linked into a <see cref="WaitList"/> while it waits.</summary>
/// <remarks>The links are guarded by the journal's lock; whoever unlinks the waiter under the lock is the one to complete it.</remarks>
internal abstract class Waiter(Lock gate)
{
    private readonly Lock _gate = gate;
    private ManualResetValueTaskSourceCore<bool> _core;
    private CancellationTokenRegistration _registration;

    public bool ResumeInline
    {
        init => _core.RunContinuationsAsynchronously = !value;
    }

    public WaitList? List { get; set; }

    public Waiter? Previous { get; set; }

    public Waiter? Next { get; set; }

    /// <summary>Gets or sets the end of the journal when the wait began: the waiter wants to see it passed.</summary>
    public long Position { get; set; }

    protected short Version => _core.Version;

    public void Reset() => _core.Reset();

    public void Complete() => _core.SetResult(result: true);

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _core.OnCompleted(continuation, state, token, flags);

    protected void CancelWith(CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
        {
            _registration = cancellationToken.UnsafeRegister(static (state, token) => ((Waiter)state!).Cancel(token), this);
        }
    }

    protected void ThrowIfCancelled(short token)
    {
        _registration.Dispose();
        _registration = default;
        _core.GetResult(token);
    }

    private void Cancel(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (List is null)
            {
                return;
            }

            List.Remove(this);
        }

        _core.SetException(new OperationCanceledException(cancellationToken));
    }
}
