using Microsoft.Win32.SafeHandles;

namespace Yonder.Drivers.Local.Polling;

/// <summary>One descriptor that can be waited for: one reader and one writer at a time.</summary>
internal sealed class Pollable : IDisposable
{
    private const PollEvents Ends = PollEvents.Error | PollEvents.HangUp;

    private readonly Reactor _reactor;
    private readonly Lock _gate = new();
    private readonly ReadinessSource _readable;
    private readonly ReadinessSource _writable;
    private bool _disposed;

    public Pollable(Reactor reactor, SafeFileHandle descriptor, long key)
    {
        _reactor = reactor;
        _readable = new(_gate);
        _writable = new(_gate);
        Descriptor = descriptor;
        Key = key;
    }

    public SafeFileHandle Descriptor { get; }

    internal long Key { get; }

    /// <summary>Waits until a read would not block. Throws <see cref="ObjectDisposedException"/> once disposed.</summary>
    public ValueTask ReadableAsync(CancellationToken cancellationToken) => WaitAsync(_readable, cancellationToken);

    /// <summary>Waits until a write would not block. Throws <see cref="ObjectDisposedException"/> once disposed.</summary>
    public ValueTask WritableAsync(CancellationToken cancellationToken) => WaitAsync(_writable, cancellationToken);

    /// <summary>Forgets the descriptor, wakes who waits for it, and closes it.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            _reactor.Forget(this);
            _readable.Fail();
            _writable.Fail();
        }

        Descriptor.Dispose();
    }

    internal void Fire(PollEvents events)
    {
        lock (_gate)
        {
            if ((events & (PollEvents.Readable | Ends)) is not PollEvents.None)
            {
                _readable.Complete();
            }

            if ((events & (PollEvents.Writable | Ends)) is not PollEvents.None)
            {
                _writable.Complete();
            }

            Arm();
        }
    }

    private ValueTask WaitAsync(ReadinessSource source, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var wait = source.BeginAsync(cancellationToken);
            Arm();
            return wait;
        }
    }

    private void Arm()
    {
        var events = (_readable.IsWaiting ? PollEvents.Readable : PollEvents.None) | (_writable.IsWaiting ? PollEvents.Writable : PollEvents.None);
        if (events is not PollEvents.None && !_disposed)
        {
            _reactor.Arm(this, events);
        }
    }
}
