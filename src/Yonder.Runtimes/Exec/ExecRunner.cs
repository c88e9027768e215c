namespace Yonder.Runtimes.Exec;

/// <summary>Runs commands to their end.</summary>
public static class ExecRunner
{
    // After a kill the streams end by themselves; a daemon that got away may hold them, and is not waited for.
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(2);

    /// <summary>Starts the command, feeds it, collects what it says, and waits for its end. Cancelling kills it.</summary>
    /// <exception cref="RuntimeException">The command could not be started, or the connection was lost.</exception>
    public static async Task<ExecResult> RunAsync(this IExec exec, ExecSpec spec, ExecRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exec);
        ArgumentNullException.ThrowIfNull(run);

        var begun = run.Time.GetTimestamp();
        await using var process = await exec.StartAsync(spec, cancellationToken);
        using var limit = new CancellationTokenSource(run.Timeout, run.Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var output = new OutputHead(process.StandardOutput, run.MaxOutput);
        var error = new OutputHead(process.StandardError, run.MaxOutput);
        var outputs = Task.WhenAll(output.ReadAsync(stop.Token), error.ReadAsync(stop.Token));
        var feeding = FeedAsync(process, run.Input, stop.Token);
        try
        {
            var status = await process.WaitAsync(stop.Token);
            await outputs.WaitAsync(DrainLimit, run.Time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return new(status, output.Bytes, error.Bytes, output.IsTruncated || error.IsTruncated, run.Time.GetElapsedTime(begun));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            await process.KillAsync(CancellationToken.None);
            return new(Status: null, output.Bytes, error.Bytes, output.IsTruncated || error.IsTruncated, run.Time.GetElapsedTime(begun));
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(outputs, feeding).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task FeedAsync(IProcess process, Stream? input, CancellationToken cancellationToken)
    {
        if (input is not null)
        {
            try
            {
                await input.CopyToAsync(process.StandardInput, cancellationToken);
            }
            catch (IOException)
            {
                // The command does not want the rest: that is its right, and how it ends says whether it was an error.
            }
        }

        await process.StandardInput.DisposeAsync();
    }
}
