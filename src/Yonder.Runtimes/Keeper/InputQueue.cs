using System.Diagnostics.CodeAnalysis;
using Yonder.Runtimes.Journals;

namespace Yonder.Runtimes.Keeper;

/// <summary>What was typed and not yet taken by the program: bounded, in order, and independent of its output.</summary>
internal sealed class InputQueue : IAsyncDisposable
{
    private readonly KeptProgram _program;
    private readonly ByteJournal _queue;
    [SuppressMessage("Usage", "CA2213", Justification = "Those who still queue for it must get their turn, to be told that it is over; it holds nothing.")]
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _moving;

    public InputQueue(KeptProgram program, int limit)
    {
        _program = program;
        _queue = new(new() { Window = limit, Retention = 0 });
        _moving = MoveAsync(_queue.OpenCursor(options: new() { ResumeInline = true }), _stop.Token);
    }

    /// <summary>Gets how many bytes were ever queued.</summary>
    public long End => _queue.End;

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await _queue.AppendAsync(input, cancellationToken);
        }
        catch (Exception error) when (error is InvalidOperationException or ObjectDisposedException)
        {
            throw new RuntimeException(RuntimeError.WrongState, "It takes no more input: it has ended, or its input was closed.", error);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Complete() => _queue.Complete();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _queue.Dispose();
        await _moving;
        _stop.Dispose();
    }

    /// <summary>Runs until the input is closed or the program takes no more. Never fails: a program that is gone shows by its exit.</summary>
    private async Task MoveAsync(ByteCursor cursor, CancellationToken cancellationToken)
    {
        using var open = cursor;
        try
        {
            while (await cursor.ReadAsync(cancellationToken) is { IsEnd: false } read)
            {
                await _program.Input.WriteAsync(read.Bytes, cancellationToken);
                await _program.Input.FlushAsync(cancellationToken);
                cursor.Advance(read.Bytes.Length);
            }

            await _program.CloseInputAsync();
        }
        catch (Exception error)
        {
            _queue.Complete(error);
        }
    }
}
