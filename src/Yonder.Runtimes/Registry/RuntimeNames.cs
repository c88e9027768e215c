namespace Yonder.Runtimes.Registry;

/// <summary>Who has which name, and how many: taking one is atomic, so that of two wishes for a name one fails.</summary>
internal sealed class RuntimeNames
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<string, RuntimeId>> _byOwner = new(StringComparer.Ordinal);

    public RuntimeId? Find(string owner, string name)
    {
        lock (_gate)
        {
            return _byOwner.TryGetValue(owner, out var names) && names.TryGetValue(name, out var id) ? id : null;
        }
    }

    /// <summary>Gives the owner the name.</summary>
    /// <exception cref="RuntimeException">The name is taken, or the owner has as many as allowed.</exception>
    public void Take(string owner, string name, RuntimeId id, int? limit = null)
    {
        lock (_gate)
        {
            if (!_byOwner.TryGetValue(owner, out var names))
            {
                _byOwner[owner] = names = new(StringComparer.Ordinal);
            }

            if (names.Count >= limit)
            {
                throw new RuntimeException(RuntimeError.LimitReached, $"The limit of {limit} runtimes is reached: delete one first.");
            }

            if (!names.TryAdd(name, id))
            {
                throw Taken(name);
            }
        }
    }

    public void Release(string owner, string name)
    {
        lock (_gate)
        {
            _byOwner.GetValueOrDefault(owner)?.Remove(name);
        }
    }

    private static RuntimeException Taken(string name) => new(RuntimeError.AlreadyExists, $"There is a runtime named '{name}' already.");
}
