using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Yonder.Gateway.Features.Terminals.Wire;
using Yonder.Gateway.Platform.Terminals;
using Yonder.Protocol;
using Yonder.Protocol.Terminals;
using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Terminals;

/// <summary>Tells a JSON client from time to time how its container does, and that we are still here.</summary>
internal sealed class JsonReports(RuntimeRegistry registry, TerminalStatsSource stats, IOptions<TerminalOptions> options, TimeProvider time)
{
    private const int RoundsPerPing = 3;

    /// <summary>Says how things are, before any output; returns the status that was told.</summary>
    public async Task<string> BeginAsync(JsonFrames frames, RuntimeId runtime, TerminalFrame connected, bool isStarting, CancellationToken cancellationToken)
    {
        await frames.SendAsync(connected, cancellationToken);
        var status = await StatusAsync(runtime, cancellationToken);
        await frames.SendAsync(new TerminalFrame("container_status") { Data = status }, cancellationToken);
        if (isStarting)
        {
            await frames.SendAsync(new TerminalFrame("shell_starting"), cancellationToken);
        }

        return status;
    }

    /// <summary>Reports what changes until cancelled or the client is gone.</summary>
    public async Task RunAsync(JsonFrames frames, RuntimeId runtime, string status, CancellationToken cancellationToken)
    {
        try
        {
            using var timer = new PeriodicTimer(options.Value.StatusInterval, time);
            for (var round = 1; await timer.WaitForNextTickAsync(cancellationToken); round++)
            {
                status = await ReportAsync(frames, runtime, status, cancellationToken);
                if (round % RoundsPerPing is 0)
                {
                    await frames.SendAsync(new TerminalFrame("ping"), cancellationToken);
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection is over, and its owner knows.
        }
    }

    private async Task<string> ReportAsync(JsonFrames frames, RuntimeId runtime, string before, CancellationToken cancellationToken)
    {
        var status = await StatusAsync(runtime, cancellationToken);
        if (!string.Equals(status, before, StringComparison.Ordinal))
        {
            await frames.SendAsync(new TerminalFrame("container_status") { Data = status }, cancellationToken);
        }

        if (await stats.ReadAsync(runtime, cancellationToken) is { } measured)
        {
            await frames.SendAsync(new TerminalFrame("stats") { Data = JsonSerializer.Serialize(measured, RexecJson.Default.TerminalStats) }, cancellationToken);
        }

        return status;
    }

    private async ValueTask<string> StatusAsync(RuntimeId runtime, CancellationToken cancellationToken)
        => (await registry.GetAsync(runtime, cancellationToken))?.State.ToRexec() ?? "deleted";
}
