using System.Collections.Concurrent;
using Yonder.Drivers.Local.Native;

namespace Yonder.Drivers.Local.Processes;

/// <summary>The thread that starts processes on the host. It has a working directory of its own, and lives as long as the driver.</summary>
/// <remarks>It must outlive what it starts: to the kernel the parent that a child dies with is the thread, not the process.</remarks>
internal sealed class SpawnLane : IDisposable
{
    private const int CloneFilesystem = 0x200;

    // A start takes a fraction of a millisecond; whoever finds the lane full waits.
    private readonly BlockingCollection<Action> _work = new(boundedCapacity: 1024);
    private readonly Thread _thread;

    public SpawnLane()
    {
        _thread = new(Run, maxStackSize: 512 << 10) { IsBackground = true, Name = "Yonder local spawn" };
        _thread.Start();
    }

    /// <summary>Runs the work on the lane.</summary>
    public Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() => Try(done, work)());
        return done.Task;
    }

    /// <summary>Runs the work on a thread of its own, which may change what only its end undoes: namespaces, user, privileges.</summary>
    /// <remarks>
    /// The lane tells the result. A thread that has entered another PID namespace cannot start threads, and telling may make
    /// the thread pool want one more: it would count on a worker that never came to be.
    /// </remarks>
    public Task<T> RunOnceAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(
            () =>
            {
                OwnDirectory();
                var tell = Try(done, work);
                _work.Add(tell);
            },
            maxStackSize: 512 << 10)
        {
            IsBackground = true,
            Name = "Yonder local spawn once",
        };
        thread.Start();
        return done.Task;
    }

    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    private static void OwnDirectory()
    {
        if (Libc.Unshare(CloneFilesystem) is not 0)
        {
            throw new InvalidOperationException("The thread cannot have a working directory of its own.");
        }
    }

    /// <summary>Does the work, and returns what tells how it went.</summary>
    private static Action Try<T>(TaskCompletionSource<T> done, Func<T> work)
    {
        try
        {
            var result = work();
            return () => done.SetResult(result);
        }
        catch (Exception exception)
        {
            return () => done.SetException(exception);
        }
    }

    private void Run()
    {
        OwnDirectory();
        foreach (var work in _work.GetConsumingEnumerable())
        {
            work();
        }
    }
}
