using Yonder.Runtimes.Exec;

namespace Yonder.Runtimes.Keeper;

/// <content>From the start to the end of the program.</content>
internal sealed partial class Kept
{
    /// <summary>How often something that still prints after its program's end may put off the hang-up.</summary>
    private const int MaxDrains = 10;

    /// <summary>How long a program that was killed may take to say how it ended.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    private async Task LiveAsync()
    {
        var pumps = Task.WhenAll(_program.Outputs.Zip(_journals, (output, journal) => OutputPump.RunAsync(output, journal, _stop.Token)));
        await AwaitExitAsync(Timeout.InfiniteTimeSpan, _stop.Token);
        if (!_info.IsRunning)
        {
            await DrainAsync(pumps, _stop.Token);
        }

        await StopAsync();
        await DisposeProgramAsync();
        if (_info.IsRunning)
        {
            await AwaitExitAsync(LastWords, CancellationToken.None);
            RecordEnd(status: null, "It was killed, and did not say how it ended.");
        }

        await pumps;
        await _input.DisposeAsync();
    }

    /// <summary>Cancels once, so that nobody cancels what may be disposed already.</summary>
    private async Task StopAsync()
    {
        lock (_gate)
        {
            if (_isStopping)
            {
                return;
            }

            _isStopping = true;
        }

        await _stop.CancelAsync();
    }

    private async Task AwaitExitAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            RecordEnd(await _program.WaitAsync(cancellationToken).WaitAsync(timeout, _time, CancellationToken.None), failure: null);
        }
        catch (RuntimeException error)
        {
            RecordEnd(status: null, error.Message);
        }
        catch (Exception error) when (error is OperationCanceledException or TimeoutException or ObjectDisposedException)
        {
            // Stopped, or nobody there to say: the caller sees that no end was recorded.
        }
    }

    private void RecordEnd(ExitStatus? status, string? failure)
    {
        lock (_gate)
        {
            if (_info.IsRunning)
            {
                _info = _info with { EndedAt = _time.GetUtcNow(), Exit = status, Failure = _info.Failure ?? failure };
            }
        }

        _input.Complete();
        _ended.TrySetResult();
    }

    /// <summary>Waits for the last of the output. Whoever still holds it open but prints nothing more is not waited for.</summary>
    private async Task DrainAsync(Task pumps, CancellationToken cancellationToken)
    {
        for (var drains = 0; drains < MaxDrains && !cancellationToken.IsCancellationRequested; drains++)
        {
            var printed = Printed;
            try
            {
                await pumps.WaitAsync(_options.DrainGrace, _time, cancellationToken);
                return;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (TimeoutException)
            {
                if (_journals.Any(static journal => journal.IsHeld))
                {
                    drains = 0; // Its viewers have yet to read: nothing is hung up before they have, or the whole is removed.
                }
                else if (Printed == printed)
                {
                    return;
                }
            }
        }
    }

    private async Task DisposeProgramAsync()
    {
        try
        {
            await _program.DisposeAsync();
        }
        catch (Exception error)
        {
            _logger.ProgramNotReleased(Spec.Key, error);
        }
    }
}
