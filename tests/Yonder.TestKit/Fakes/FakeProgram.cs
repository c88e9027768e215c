using System.Collections.Concurrent;
using Yonder.Runtimes.Exec;

namespace Yonder.TestKit.Fakes;

/// <summary>What a fake terminal and a fake process have in common: the test plays the program's part.</summary>
public abstract class FakeProgram : IAsyncDisposable
{
    private readonly TaskCompletionSource<ExitStatus> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets the signals that were sent, oldest first.</summary>
    public ConcurrentQueue<ProcessSignal> Signals { get; } = new();

    /// <summary>Gets the end of the program's life in the hands of who started it.</summary>
    public Task Disposed => _disposed.Task;

    protected FakePipe Input { get; } = new();

    protected FakePipe Output { get; } = new();

    /// <summary>Prints; waits while nobody reads and the pipe is full.</summary>
    public async Task PrintAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
        => await Output.Writer.WriteAsync(bytes, cancellationToken);

    /// <summary>Reads exactly so many bytes of what was typed or sent.</summary>
    public async Task<byte[]> TakeInputAsync(int count, CancellationToken cancellationToken = default)
    {
        var input = new byte[count];
        await Input.Reader.ReadExactlyAsync(input, cancellationToken);
        return input;
    }

    /// <summary>Reads what was sent up to the end of the input.</summary>
    public async Task<byte[]> TakeAllInputAsync(CancellationToken cancellationToken = default)
    {
        using var input = new MemoryStream();
        await Input.Reader.CopyToAsync(input, cancellationToken);
        return input.ToArray();
    }

    /// <summary>Ends the program; its output ends too, unless something it started is to hold it open.</summary>
    public void Exit(ExitStatus status = default, bool keepOutputOpen = false)
    {
        if (!keepOutputOpen)
        {
            CompleteOutput(reason: null);
        }

        _exit.TrySetResult(status);
    }

    /// <summary>Loses the connection to the program: its output breaks off and how it ends stays unknown.</summary>
    public void Lose(Exception error)
    {
        CompleteOutput(error);
        _exit.TrySetException(error);
    }

    public ValueTask SignalAsync(ProcessSignal signal, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Signals.Enqueue(signal);
        return ValueTask.CompletedTask;
    }

    public Task<ExitStatus> WaitAsync(CancellationToken cancellationToken = default) => _exit.Task.WaitAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        CompleteOutput(reason: null);
        Output.Break();
        Input.Break();
        _exit.TrySetResult(ExitStatus.FromSignal((int)ProcessSignal.Kill));
        _disposed.TrySetResult();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected virtual void CompleteOutput(Exception? reason) => Output.Complete(reason);
}
