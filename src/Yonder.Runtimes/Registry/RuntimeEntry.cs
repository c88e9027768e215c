using Yonder.Runtimes.Journals;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Runtimes.Registry;

/// <summary>The live side of one record: what happens to it next, its connection, and who uses it.</summary>
internal sealed class RuntimeEntry(RuntimeRecord record, CancellationToken stopping)
{
    private readonly Lock _gate = new();
    private RuntimeRecord _record = record;
    private TaskCompletionSource _ready = NewReady(record);
    private CancellationTokenSource? _creation;
    private DateTimeOffset _lastUsedAt = record.LastUsedAt;
    private DateTimeOffset _lastUsedSaved = record.LastUsedAt;
    private int _uses;
    private bool _refreshing;
    private bool _isExpected;
    private bool _creationUnwanted;

    public RuntimeId Id { get; } = record.Id;

    public RuntimeQueue Queue { get; } = new(stopping);

    /// <summary>Gets the steps of the latest creation; <see langword="null"/> when it was made before the gateway started.</summary>
    public RecordJournal<ProvisionProgress>? Progress { get; private set; }

    public RuntimeConnection Connection { get; } = new(stopping);

    /// <summary>Gets a value indicating whether the record has been removed, so that what still waits in the queue ends at once.</summary>
    public bool IsRemoved { get; private set; }

    /// <summary>Gets a task that ends when the runtime is no longer being made.</summary>
    public Task Ready
    {
        get
        {
            lock (_gate)
            {
                return _ready.Task;
            }
        }
    }

    public RuntimeRecord Record(DateTimeOffset now)
    {
        lock (_gate)
        {
            var used = _uses > 0 ? now : _lastUsedAt;
            return used == _record.LastUsedAt ? _record : _record with { LastUsedAt = used };
        }
    }

    public void Replace(RuntimeRecord record)
    {
        lock (_gate)
        {
            _record = record;
            _lastUsedSaved = record.LastUsedAt;
            if (record.IsPending && _ready.Task.IsCompleted)
            {
                _ready = NewReady(record);
            }
            else if (!record.IsPending)
            {
                _ready.TrySetResult();
            }
        }
    }

    public void Remove()
    {
        lock (_gate)
        {
            IsRemoved = true;
            _ready.TrySetResult();
        }
    }

    public void BeginUse()
    {
        lock (_gate)
        {
            _uses++;
        }
    }

    public void EndUse(DateTimeOffset now)
    {
        lock (_gate)
        {
            _uses--;
            _lastUsedAt = now;
        }
    }

    /// <summary>Says whether the time of last use is newer than what the store has.</summary>
    public bool HasUnsavedUse()
    {
        lock (_gate)
        {
            return _uses > 0 || _lastUsedAt > _lastUsedSaved;
        }
    }

    /// <summary>Lets others follow the creation before it has its turn.</summary>
    public void ExpectCreation()
    {
        lock (_gate)
        {
            if (!_isExpected)
            {
                (_isExpected, Progress) = (true, new RecordJournal<ProvisionProgress>(new() { Capacity = 64, Window = 64 }));
            }
        }
    }

    /// <summary>Starts a creation that <see cref="AbandonCreation"/> cancels.</summary>
    public CancellationTokenSource BeginCreation(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _creation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            if (_creationUnwanted)
            {
                _creation.Cancel();
            }

            return _creation;
        }
    }

    public void EndCreation()
    {
        lock (_gate)
        {
            (_creation, _isExpected) = (null, false);
        }

        Progress?.Complete();
    }

    /// <summary>Cancels the creation that runs or still waits for its turn: the runtime is to be deleted.</summary>
    public void AbandonCreation(bool unwanted = true)
    {
        lock (_gate)
        {
            _creationUnwanted = unwanted;
            if (unwanted)
            {
                _creation?.Cancel();
            }
        }
    }

    /// <summary>Returns whether the caller is the one to look at the engine again; more wishes until it has begun add nothing.</summary>
    public bool ClaimRefresh()
    {
        lock (_gate)
        {
            return !_refreshing && (_refreshing = true);
        }
    }

    public void BeginRefresh()
    {
        lock (_gate)
        {
            _refreshing = false;
        }
    }

    private static TaskCompletionSource NewReady(RuntimeRecord record)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!record.IsPending)
        {
            ready.SetResult();
        }

        return ready;
    }
}
