using Yonder.Runtimes.Journals;

namespace Yonder.Runtimes.Keeper;

/// <summary>Who watches a kept program, who was cut off and may return, and since when nobody has been there.</summary>
internal sealed class ViewerList(TimeProvider time) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<KeptReader> _readers = [];
    private readonly Dictionary<(string Viewer, KeptOutput Output), CursorLease> _leases = [];
    private DateTimeOffset? _emptySince = time.GetUtcNow();

    public (int Count, DateTimeOffset? EmptySince) State
    {
        get
        {
            lock (_gate)
            {
                return (_readers.Count(static reader => reader.IsViewer), _emptySince);
            }
        }
    }

    /// <summary>Adds a reader, which takes over from the earlier readers and leases of the same name.</summary>
    public void Add(KeptReader reader)
    {
        CursorLease? lease = null;
        KeptReader? replaced = null;
        lock (_gate)
        {
            if (reader.Viewer is { } viewer)
            {
                _leases.Remove((viewer, reader.Output), out lease);
                replaced = _readers.Find(other => other.Output == reader.Output && string.Equals(other.Viewer, viewer, StringComparison.Ordinal));
            }

            _readers.Add(reader);
            _emptySince = reader.IsViewer ? null : _emptySince;
        }

        lease?.Dispose();
        replaced?.Dispose();
    }

    /// <summary>Takes a reader off; its lease, if it left one, is ended by the viewer's return or by its own clock.</summary>
    public void Remove(KeptReader reader, CursorLease? lease)
    {
        CursorLease? older = null;
        lock (_gate)
        {
            _readers.Remove(reader);
            if (lease is not null && reader.Viewer is { } viewer)
            {
                _leases.Remove((viewer, reader.Output), out older);
                _leases.Add((viewer, reader.Output), lease);
            }

            if (!_readers.Exists(static other => other.IsViewer))
            {
                _emptySince ??= time.GetUtcNow();
            }
        }

        older?.Dispose();
    }

    public void Dispose()
    {
        CursorLease[] leases;
        lock (_gate)
        {
            leases = [.. _leases.Values];
            _leases.Clear();
        }

        foreach (var lease in leases)
        {
            lease.Dispose();
        }
    }
}
