using Microsoft.Extensions.Options;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using ExecResult = Yonder.Protocol.Containers.ExecResult;

namespace Yonder.Gateway.Features.Containers.Exec;

/// <summary>Runs one command to its end, or to the end of its time, and keeps what it printed: apart, and together in the order it came.</summary>
internal sealed class CommandRun(IOptions<ContainersOptions> options, TimeProvider time)
{
    /// <summary>How long output is waited for after the command's end: a daemon that it left behind may hold its outputs for ever.</summary>
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(2);

    /// <summary>What shells answer when there is no such program.</summary>
    private const int NoSuchProgram = 127;

    private readonly ContainersOptions _options = options.Value;

    public async Task<ExecResult> RunAsync(IExec exec, ExecSpec spec, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var output = new CommandOutput(_options.ExecOutputLimit);
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        int? code;
        try
        {
            code = await RunAsync(exec, spec, output, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            code = null;
        }

        var (stdout, stderr, both) = output.Take();
        return new ExecResult
        {
            ExitCode = code ?? -1,
            Stdout = stdout,
            Stderr = stderr,
            Output = both,
            DurationMs = time.GetElapsedTime(started).TotalMilliseconds,
            Truncated = output.IsTruncated,
            Command = spec.Command,
            Error = code is null ? "exec timed out" : null,
            TimeoutS = code is null ? (int)Math.Ceiling(timeout.TotalSeconds) : null,
        };
    }

    private async Task<int> RunAsync(IExec exec, ExecSpec spec, CommandOutput output, CancellationToken cancellationToken)
    {
        try
        {
            await using var process = await exec.StartAsync(spec, cancellationToken);
            await process.StandardInput.DisposeAsync();
            return await ReadAsync(process, output, cancellationToken);
        }
        catch (RuntimeException failure) when (failure.Error is RuntimeError.NotFound)
        {
            output.Say(failure.Message + "\n");
            return NoSuchProgram;
        }
    }

    private async Task<int> ReadAsync(IProcess process, CommandOutput output, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.WhenAll(output.ReadStdoutAsync(process.StandardOutput, stop.Token), output.ReadStderrAsync(process.StandardError, stop.Token));
        try
        {
            var status = await process.WaitAsync(cancellationToken);
            await reading.WaitAsync(DrainLimit, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return status.Code;
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
