namespace Yonder.Runtimes.Keeper;

/// <content>The table of what is kept.</content>
public sealed partial class InProcessKeeper
{
    private Kept? Find(KeptKey key)
    {
        lock (_gate)
        {
            return _kept.GetValueOrDefault(key);
        }
    }

    private Kept Require(KeptKey key) => Find(key) ?? throw Missing(key);

    private static RuntimeException Missing(KeptKey key) => new(RuntimeError.NotFound, $"There is no terminal or process '{key}'.");

    private Kept[] All()
    {
        lock (_gate)
        {
            return [.. _kept.Values.OfType<Kept>()];
        }
    }

    private void Reserve(KeptKey key)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (_kept.Count >= _options.MaxKept)
            {
                throw new RuntimeException(RuntimeError.LimitReached, $"{_options.MaxKept} terminals and processes are kept already: end some first.");
            }

            if (!_kept.TryAdd(key, value: null))
            {
                throw new RuntimeException(RuntimeError.AlreadyExists, $"A terminal or process '{key}' is kept already.");
            }
        }
    }

    /// <summary>Puts what was started in its reserved place, or gives the place up; false when the keeper was closed meanwhile.</summary>
    private bool Settle(KeptKey key, Kept? kept)
    {
        lock (_gate)
        {
            if (kept is null || _isClosed)
            {
                _kept.Remove(key);
                return false;
            }

            _kept[key] = kept;
            return true;
        }
    }

    /// <summary>Takes one out of the table: whoever gets it disposes it. One that is still being started stays.</summary>
    private Kept? Take(KeptKey key)
    {
        lock (_gate)
        {
            return _kept.TryGetValue(key, out var kept) && kept is not null && _kept.Remove(key) ? kept : null;
        }
    }
}
