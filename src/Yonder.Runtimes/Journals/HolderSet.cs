namespace Yonder.Runtimes.Journals;

/// <summary>Decides when a producer waits for its readers. Guarded by the journal's lock.</summary>
internal sealed class HolderSet(long window, long unattendedLimit)
{
    private readonly List<Holder> _holders = [];
    private long _consumed;

    /// <summary>Gets or sets how much the producer may add while nobody holds it.</summary>
    public long UnattendedLimit { get; set; } = unattendedLimit;

    public void Add(Holder holder) => _holders.Add(holder);

    public void Remove(Holder holder) => _holders.Remove(holder);

    public void Advance(Holder holder, long position)
    {
        holder.Position = position;
        if (holder.Hold is not CursorHold.None && position > _consumed)
        {
            _consumed = position;
        }
    }

    public bool MustWait(long end) => Lag(end, out var limit) >= limit;

    /// <summary>Whether a producer that waits may go on: only once half of the window is free, so that it is not woken for every few bytes.</summary>
    public bool MayResume(long end) => Lag(end, out var limit) <= limit / 2;

    /// <summary>The smallest position of a cursor, within <paramref name="span"/> of the end; the end when there is none.</summary>
    public long FirstNeeded(long end, long span)
    {
        var first = end;
        foreach (var holder in _holders)
        {
            if (holder.Position < first && holder.Position >= end - span)
            {
                first = holder.Position;
            }
        }

        return first;
    }

    private long Lag(long end, out long limit)
    {
        long? fastest = null;
        long? strict = null;
        foreach (var holder in _holders)
        {
            if (holder.Hold is CursorHold.Shared)
            {
                fastest = Math.Max(fastest ?? 0, holder.Position);
            }
            else if (holder.Hold is CursorHold.Strict)
            {
                strict = Math.Min(strict ?? long.MaxValue, holder.Position);
            }
        }

        limit = fastest is null && strict is null ? UnattendedLimit : window;
        return end - Math.Min(fastest ?? strict ?? _consumed, strict ?? long.MaxValue);
    }
}
