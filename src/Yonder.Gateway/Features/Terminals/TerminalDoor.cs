using System.Net;
using Yonder.Gateway.Features.Terminals.Sharing;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Gateway.Platform.Terminals;
using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Terminals;

/// <summary>Decides who gets to which session, and opens it. Everything that can be refused is refused here, before the upgrade.</summary>
internal sealed class TerminalDoor(RuntimeRegistry registry, TerminalSessions sessions, ShareGuests guests)
{
    /// <summary>Finds the container and what the caller may do there.</summary>
    /// <exception cref="TerminalRefusedException">There is no such container, or it is not to be used now.</exception>
    public async Task<TerminalAccess> AdmitAsync(Caller? caller, IPAddress? address, string container, TerminalQuery query, CancellationToken cancellationToken)
    {
        if (query.Share is { } code)
        {
            return await guests.AdmitAsync(caller, address, code, cancellationToken);
        }

        var owner = caller ?? throw new ProblemException(AuthProblems.TokenRequired);
        if (owner.Scope < Scope.Write)
        {
            throw new ProblemException(AuthProblems.ScopeMissing);
        }

        if (await registry.FindAsync(owner.UserId, container, cancellationToken) is not { } record)
        {
            return await guests.FindJoinedAsync(owner, container, cancellationToken) ?? throw TerminalRefusals.NotFound;
        }

        return new TerminalAccess { Key = new TerminalKey(record.Owner, record.Id, query.Name), IsOwn = query.IsOwn, Revoked = owner.Revoked };
    }

    /// <summary>Joins the session or starts it, waiting for a container that is still being made.</summary>
    /// <exception cref="TerminalRefusedException">The container does not run, or the session cannot be had.</exception>
    public async Task<TerminalSession> OpenAsync(TerminalAccess access, TerminalQuery query, CancellationToken cancellationToken)
    {
        var mustExist = query.Since is not null || !access.IsOwner;
        try
        {
            await EnsureRunningAsync(access.Key.Runtime, cancellationToken);
            var session = await sessions.OpenAsync(
                new TerminalRequest { Key = access.Key, Spec = query.Spec, IsFleeting = query.IsFleeting, MustExist = mustExist },
                cancellationToken);

            // An offset beyond the end was counted in another shell of the same name.
            return query.Since > session.Info.End ? throw TerminalRefusals.SessionEnded : session;
        }
        catch (RuntimeException exception) when (exception.Error is RuntimeError.NotFound && mustExist)
        {
            throw TerminalRefusals.SessionEnded;
        }
        catch (RuntimeException exception)
        {
            throw TerminalRefusals.From(exception);
        }
    }

    private async Task EnsureRunningAsync(RuntimeId id, CancellationToken cancellationToken)
    {
        RuntimeRecord record;
        try
        {
            record = await registry.WaitReadyAsync(id, cancellationToken);
        }
        catch (RuntimeException exception) when (exception.Error is RuntimeError.NotFound)
        {
            throw TerminalRefusals.Removed(id);
        }

        if (record.State is not RuntimeState.Running)
        {
            throw TerminalRefusals.Stopped(record);
        }
    }
}
