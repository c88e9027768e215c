using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Native;

namespace Yonder.Drivers.Local.Polling;

/// <summary>Waits for any number of descriptors on one thread.</summary>
/// <remarks>
/// Every wait is armed for one event, so that a descriptor nobody waits for costs nothing: no wake-up while a reader stands still,
/// and no edge that could be missed. What wakes up runs on the thread pool, never on this thread.
/// </remarks>
internal sealed class Reactor : IDisposable
{
    private const int Capacity = 256;
    private const int Add = 1;
    private const int Delete = 2;
    private const int Modify = 3;
    private const int CloseOnExec = 0x80000;

    // Events are structures of 12 packed bytes on x86-64 and of 16 elsewhere.
    private static readonly bool IsPacked = RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86;

    private readonly ConcurrentDictionary<long, Pollable> _pollables = new();
    private readonly SafeFileHandle _epoll;
    private readonly SafeFileHandle _stop;
    private readonly Thread _thread;
    private long _lastKey;

    public Reactor()
    {
        _epoll = Descriptors.Own(Libc.EpollCreate(CloseOnExec), "epoll_create1");
        _stop = Descriptors.Own(Libc.EventFd(0, CloseOnExec), "eventfd");
        Control(Add, _stop, (uint)PollEvents.Readable, key: 0);
        _thread = new(Run) { IsBackground = true, Name = "Yonder local reactor" };
        _thread.Start();
    }

    /// <summary>Takes a descriptor in; nothing is waited for yet.</summary>
    public Pollable Register(SafeFileHandle fd)
    {
        var key = Interlocked.Increment(ref _lastKey);
        var pollable = new Pollable(this, fd, key);
        _pollables[key] = pollable;
        Control(Add, fd, (uint)PollEvents.OneShot, key);
        return pollable;
    }

    public unsafe void Dispose()
    {
        var one = 1UL;
        _ = Libc.Write(_stop, (byte*)&one, sizeof(ulong));
        _thread.Join();
        _epoll.Dispose();
        _stop.Dispose();
    }

    internal void Arm(Pollable pollable, PollEvents events)
        => Control(Modify, pollable.Descriptor, (uint)(events | PollEvents.OneShot), pollable.Key);

    internal void Forget(Pollable pollable)
    {
        if (_pollables.TryRemove(pollable.Key, out _))
        {
            Control(Delete, pollable.Descriptor, 0, 0);
        }
    }

    private unsafe void Control(int operation, SafeFileHandle fd, uint events, long key)
    {
        var change = stackalloc uint[4];
        change[0] = events;
        Unaligned(change) = key;
        if (Libc.EpollControl(_epoll, operation, fd, change) is not 0)
        {
            throw new IOException($"epoll_ctl failed with error {Marshal.GetLastPInvokeError()}.");
        }
    }

    private static unsafe ref long Unaligned(uint* change) => ref *(long*)(change + (IsPacked ? 1 : 2));

    private unsafe void Run()
    {
        var stride = IsPacked ? 3 : 4;
        var events = stackalloc uint[Capacity * 4];
        while (true)
        {
            // Interrupted waits have nothing to tell and start again.
            var count = Libc.EpollWait(_epoll, events, Capacity, -1);
            for (var i = 0; i < count; i++)
            {
                var key = Unaligned(events + (i * stride));
                if (key is 0)
                {
                    return;
                }

                if (_pollables.TryGetValue(key, out var pollable))
                {
                    pollable.Fire((PollEvents)events[i * stride]);
                }
            }
        }
    }
}
