namespace Yonder.Runtimes.Registry;

/// <summary>The one connection to a runtime that all its users share: made when first needed, made again when it failed or was lost.</summary>
internal sealed class RuntimeConnection(CancellationToken stopping)
{
    private readonly Lock _gate = new();
    private Attempt? _attempt;

    public Task<IRuntime> OpenAsync(Func<CancellationToken, Task<IRuntime>> connect)
    {
        lock (_gate)
        {
            if (_attempt is not { IsLost: false })
            {
                _attempt = new Attempt(_attempt, connect, stopping);
            }

            return _attempt.Runtime;
        }
    }

    /// <summary>Ends the connection and with it everything that was started over it.</summary>
    public async ValueTask CloseAsync()
    {
        Attempt? attempt;
        lock (_gate)
        {
            (attempt, _attempt) = (_attempt, null);
        }

        await Attempt.CloseAsync(attempt);
    }

    private sealed class Attempt
    {
        private IRuntime? _live;

        public Attempt(Attempt? previous, Func<CancellationToken, Task<IRuntime>> connect, CancellationToken stopping)
            => Runtime = ConnectAsync(previous, connect, stopping);

        public Task<IRuntime> Runtime { get; }

        public bool IsLost => Runtime.IsFaulted || Runtime.IsCanceled || Volatile.Read(ref _live) is { Lost.IsCancellationRequested: true };

        public static async ValueTask CloseAsync(Attempt? attempt)
        {
            if (attempt is not null)
            {
                await ((Task)attempt.Runtime).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await (Interlocked.Exchange(ref attempt._live, value: null)?.DisposeAsync() ?? ValueTask.CompletedTask);
            }
        }

        private async Task<IRuntime> ConnectAsync(Attempt? previous, Func<CancellationToken, Task<IRuntime>> connect, CancellationToken stopping)
        {
            // Off the lock, and not at the mercy of the first caller's cancellation: others wait for the same connection.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            await CloseAsync(previous);
            var runtime = await connect(stopping);
            Volatile.Write(ref _live, runtime);
            return runtime;
        }
    }
}
