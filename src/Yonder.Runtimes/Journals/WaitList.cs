namespace Yonder.Runtimes.Journals;

/// <summary>Those who wait for a journal to grow, in the order they came. Guarded by the journal's lock.</summary>
internal sealed class WaitList
{
    private Waiter? _first;
    private Waiter? _last;

    /// <summary>Adds a waiter for the journal to grow beyond its <see cref="Waiter.Position"/>.</summary>
    /// <exception cref="InvalidOperationException">It waits already: a second call came before the first had its answer.</exception>
    public void Add(Waiter waiter)
    {
        if (waiter.List is not null)
        {
            throw new InvalidOperationException("One read or rent at a time: the one before has not been answered yet.");
        }

        waiter.Reset();
        waiter.List = this;
        waiter.Previous = _last;
        _ = _last is null ? _first = waiter : _last.Next = waiter;
        _last = waiter;
    }

    public void Remove(Waiter waiter)
    {
        _ = waiter.Previous is null ? _first = waiter.Next : waiter.Previous.Next = waiter.Next;
        _ = waiter.Next is null ? _last = waiter.Previous : waiter.Next.Previous = waiter.Previous;
        waiter.Previous = null;
        waiter.Next = null;
        waiter.List = null;
    }

    /// <summary>
    /// Takes the first who waits for less than <paramref name="end"/>. Positions grow along the list, and one that was woken and waits
    /// again stands at its back, so calling this until it answers null wakes everybody once.
    /// </summary>
    public Waiter? Take(long end)
    {
        if (_first is not { } first || first.Position >= end)
        {
            return null;
        }

        Remove(first);
        return first;
    }
}
