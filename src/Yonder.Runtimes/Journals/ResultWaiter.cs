using System.Threading.Tasks.Sources;

namespace Yonder.Runtimes.Journals;

/// <summary>A waiter whose answer is made when it is taken, so that it holds everything that has come since the wake-up.</summary>
internal sealed class ResultWaiter<TResult>(Lock gate, Func<TResult> answer) : Waiter(gate), IValueTaskSource<TResult>
{
    private readonly Func<TResult> _answer = answer;

    /// <summary>Called outside the lock, after <see cref="WaitList.Add"/>.</summary>
    public ValueTask<TResult> WaitAsync(CancellationToken cancellationToken)
    {
        CancelWith(cancellationToken);
        return new(this, Version);
    }

    public TResult GetResult(short token)
    {
        ThrowIfCancelled(token);
        return _answer();
    }
}
