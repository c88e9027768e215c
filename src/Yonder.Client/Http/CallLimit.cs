namespace Yonder.Client.Http;

/// <summary>A token that fires after a time or with the caller's token. Linked by hand, since a linked source takes no <see cref="TimeProvider"/>.</summary>
internal sealed class CallLimit : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    public CallLimit(TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        _source = new CancellationTokenSource(timeout, time);
        _registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
