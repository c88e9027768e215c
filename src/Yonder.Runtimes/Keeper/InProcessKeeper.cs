using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Terminals;

namespace Yonder.Runtimes.Keeper;

/// <summary>A keeper inside this process: what it keeps ends with it.</summary>
public sealed partial class InProcessKeeper : IKeeper, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<KeptKey, Kept?> _kept = []; // null: being started
    private readonly Func<RuntimeId, CancellationToken, ValueTask<IRuntime>> _openRuntime;
    private readonly KeeperOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _sweeping;
    private bool _isClosed;

    /// <summary>Makes a keeper that keeps nothing yet.</summary>
    /// <param name="openRuntime">Gives the live runtime of an id; it stays its owner's.</param>
    /// <param name="options">The limits.</param>
    /// <param name="time">The clock of all limits.</param>
    /// <param name="logger">Where it is told what is kept and what went wrong.</param>
    public InProcessKeeper(
        Func<RuntimeId, CancellationToken, ValueTask<IRuntime>> openRuntime, KeeperOptions? options = null, TimeProvider? time = null, ILogger<InProcessKeeper>? logger = null)
    {
        _openRuntime = openRuntime;
        _options = options ?? new();
        _time = time ?? TimeProvider.System;
        _logger = logger ?? (ILogger)NullLogger.Instance;
        _sweeping = SweepAsync(_stop.Token);
    }

    /// <inheritdoc/>
    public async ValueTask<KeptInfo> StartAsync(KeepSpec spec, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        Reserve(spec.Key);
        Kept kept;
        try
        {
            var runtime = await _openRuntime(spec.Runtime, cancellationToken);
            kept = new Kept(spec, await KeptProgram.StartAsync(runtime, spec, cancellationToken), _options, _time, _logger);
        }
        catch
        {
            _ = Settle(spec.Key, kept: null);
            throw;
        }

        if (!Settle(spec.Key, kept))
        {
            await kept.DisposeAsync();
            throw new ObjectDisposedException(nameof(InProcessKeeper));
        }

        _logger.Keeping(kept.Info.Kind, spec.Key, spec.Runtime);
        return kept.Info;
    }

    /// <inheritdoc/>
    public ValueTask<KeptInfo?> FindAsync(KeptKey key, CancellationToken cancellationToken = default) => new(Find(key)?.Info);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KeptInfo>> ListAsync(RuntimeId? runtime = null, CancellationToken cancellationToken = default)
        => new([.. All().Where(kept => runtime is null || kept.Spec.Runtime == runtime).Select(static kept => kept.Info)]);

    /// <inheritdoc/>
    public ValueTask<IKeptReader> AttachAsync(KeptKey key, AttachSpec spec, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var kept = Require(key);
        try
        {
            return new(kept.Attach(spec));
        }
        catch (ObjectDisposedException)
        {
            throw Missing(key); // It was removed at this very moment.
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(KeptKey key, ReadOnlyMemory<byte> input, CancellationToken cancellationToken = default)
        => Require(key).WriteAsync(input, cancellationToken);

    /// <inheritdoc/>
    public ValueTask CloseInputAsync(KeptKey key, CancellationToken cancellationToken = default)
    {
        Require(key).CloseInput();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ResizeAsync(KeptKey key, TerminalSize size, CancellationToken cancellationToken = default)
        => Require(key).ResizeAsync(size, cancellationToken);

    /// <inheritdoc/>
    public ValueTask SignalAsync(KeptKey key, ProcessSignal signal, CancellationToken cancellationToken = default)
        => Require(key).SignalAsync(signal, cancellationToken);

    /// <inheritdoc/>
    public async Task<KeptInfo> WaitAsync(KeptKey key, CancellationToken cancellationToken = default)
    {
        var kept = Require(key);
        await kept.WaitAsync(cancellationToken);
        return kept.Info;
    }

    /// <inheritdoc/>
    public async ValueTask<KeptInfo> EndAsync(KeptKey key, CancellationToken cancellationToken = default)
    {
        var kept = Require(key);
        await kept.EndAsync().WaitAsync(cancellationToken);
        return kept.Info;
    }

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(KeptKey key, CancellationToken cancellationToken = default)
    {
        if (Take(key) is { } kept)
        {
            await kept.DisposeAsync().AsTask().WaitAsync(cancellationToken);
        }
    }

    /// <summary>Ends everything that is kept and forgets it.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
        }

        await _stop.CancelAsync();
        await _sweeping;
        await Task.WhenAll(All().Select(kept => RemoveAsync(kept.Spec.Key, CancellationToken.None).AsTask()));
        _stop.Dispose();
    }
}
