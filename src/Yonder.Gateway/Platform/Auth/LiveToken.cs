namespace Yonder.Gateway.Platform.Auth;

/// <summary>A token that was presented and found good: its record, its user, and the signal that it no longer is.</summary>
internal sealed class LiveToken(TokenRecord token, UserRecord user) : IDisposable
{
    private readonly CancellationTokenSource _revoked = new();
    private long _lastUsed;
    private long _lastWritten;

    public TokenRecord Token => token;

    public UserRecord User => user;

    public CancellationToken Revoked => _revoked.Token;

    public void MarkUsed(DateTimeOffset now) => Volatile.Write(ref _lastUsed, now.UtcTicks);

    /// <summary>Says whether it was used since this was last asked.</summary>
    public bool TakeUse()
    {
        var used = Volatile.Read(ref _lastUsed);
        return Interlocked.Exchange(ref _lastWritten, used) != used;
    }

    /// <summary>Ends what was started with it.</summary>
    public Task RevokeAsync() => _revoked.CancelAsync();

    public void Dispose() => _revoked.Dispose();
}
