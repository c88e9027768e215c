namespace Yonder.Drivers.Docker.Engine;

/// <summary>A caller's cancellation joined with a limit of ours, able to tell which of them it was.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenSource _both;

    public TimeLimit(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        _caller = cancellationToken;
        _clock = new CancellationTokenSource(limit, time);
        _both = CancellationTokenSource.CreateLinkedTokenSource(_clock.Token, cancellationToken);
    }

    public CancellationToken Token => _both.Token;

    /// <summary>Gets a value indicating whether the limit struck, and not the caller.</summary>
    public bool HasPassed => _clock.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Gives the wait another <paramref name="limit"/> from now.</summary>
    public void Restart(TimeSpan limit) => _clock.CancelAfter(limit);

    public void Dispose()
    {
        _both.Dispose();
        _clock.Dispose();
    }
}
