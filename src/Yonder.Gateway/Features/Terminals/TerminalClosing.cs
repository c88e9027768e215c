using Yonder.Gateway.Features.Terminals.Wire;
using Yonder.Gateway.Platform.Terminals;
using Yonder.Protocol.Terminals;
using Yonder.Runtimes;
using Yonder.Runtimes.Keeper;

namespace Yonder.Gateway.Features.Terminals;

/// <summary>What ends a connection besides its client, how that is told, and what becomes of the session.</summary>
internal sealed class TerminalClosing(TerminalSessions sessions, IHostApplicationLifetime lifetime, ILogger<TerminalClosing> logger)
{
    /// <summary>Sends the client away when the gateway stops or its access ends, until disposed.</summary>
    public IDisposable Watch(TerminalConnection connection, TerminalAccess access)
        => new StopRegistrations(
            lifetime.ApplicationStopping.UnsafeRegister(static state => ((TerminalConnection)state!).Stop(TerminalEnding.Stopping), connection),
            access.Revoked.UnsafeRegister(static state => ((TerminalConnection)state!).Stop(TerminalEnding.Revoked), connection),
            access.Ended.UnsafeRegister(static state => ((TerminalConnection)state!).Stop(TerminalEnding.SharingEnded), connection));

    /// <summary>Says how the program ended, and tells a JSON client.</summary>
    public async Task<TerminalEnding> DescribeEndAsync(TerminalKey key, JsonFrames? frames)
    {
        var info = await ReadEndAsync(key);
        if (info?.Exit is not { } exit)
        {
            // Without an exit and without a failure it was ended from here.
            return info is { Failure: null } ? TerminalEnding.SessionEnded : TerminalEnding.RuntimeLost;
        }

        if (frames is not null)
        {
            await frames.SendAsync(new TerminalFrame("exit") { Code = exit.Code, Data = exit.ToString() }, CancellationToken.None);
        }

        return TerminalEnding.Ended(exit.ToString());
    }

    /// <summary>Forgets a session that nobody can want any more: its only client has closed properly, or has everything.</summary>
    public async Task AfterAsync(TerminalAccess access, TerminalLeave leave)
    {
        var isOver = leave is TerminalLeave.Drained || (leave is TerminalLeave.Closed && access.IsOwn);
        if (!isOver)
        {
            return;
        }

        try
        {
            if (await sessions.FindAsync(access.Key, CancellationToken.None) is { Info: { Viewers: 0 } info } && (!info.IsRunning || access.IsOwn))
            {
                await sessions.RemoveAsync(access.Key, CancellationToken.None);
            }
        }
        catch (RuntimeException exception)
        {
            // The keeper's own limits end it later.
            logger.TerminalNotRemoved(access.Key.Runtime, access.Key.Name, exception);
        }
    }

    private async Task<KeptInfo?> ReadEndAsync(TerminalKey key)
    {
        try
        {
            return await sessions.WaitAsync(key, CancellationToken.None);
        }
        catch (RuntimeException exception)
        {
            logger.TerminalEndUnknown(key.Runtime, key.Name, exception);
            return null;
        }
    }

    private sealed class StopRegistrations(params CancellationTokenRegistration[] registrations) : IDisposable
    {
        public void Dispose()
        {
            foreach (var registration in registrations)
            {
                registration.Dispose();
            }
        }
    }
}
