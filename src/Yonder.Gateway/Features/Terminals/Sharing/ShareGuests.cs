using System.Net;
using System.Security.Cryptography;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.Terminals.Sharing;

/// <summary>Lets people in by code, to that one terminal and nothing else.</summary>
internal sealed class ShareGuests(Shares shares, GuessLimit guesses)
{
    /// <summary>Lets somebody in who names a code, signed in or, where the sharing allows it, not.</summary>
    /// <exception cref="ProblemException">There is no such sharing, it is over or full, or they have to sign in first.</exception>
    public async Task<ShareGuest> JoinAsync(Caller? caller, IPAddress? address, string code, CancellationToken cancellationToken)
    {
        if (guesses.IsExceeded(address))
        {
            throw new ProblemException(ShareProblems.TooManyTries);
        }

        var room = await FindAsync(address, code, cancellationToken);
        if (caller is null && room.Share.AllowAnonymous is 0)
        {
            throw new ProblemException(ShareProblems.SignInFirst);
        }

        var guest = caller is null
            ? new ShareGuest(room, $"anonymous-{RandomNumberGenerator.GetHexString(12, lowercase: true)}", "guest", CancellationToken.None)
            : new ShareGuest(room, caller.UserId, caller.Username, caller.Revoked);
        return room.Admit(guest.UserId) ? guest : throw new ProblemException(ShareProblems.Full);
    }

    public async Task<TerminalAccess> AdmitAsync(Caller? caller, IPAddress? address, string code, CancellationToken cancellationToken)
        => (await JoinAsync(caller, address, code, cancellationToken)).Access;

    /// <summary>What a caller who has joined may do with a container of somebody else's.</summary>
    public async Task<TerminalAccess?> FindJoinedAsync(Caller caller, string container, CancellationToken cancellationToken)
        => await shares.FindJoinedAsync(caller.UserId, container, cancellationToken) is { } room
            ? new ShareGuest(room, caller.UserId, caller.Username, caller.Revoked).Access
            : null;

    private async Task<ShareRoom> FindAsync(IPAddress? address, string code, CancellationToken cancellationToken)
    {
        try
        {
            return await shares.RequireAsync(code, cancellationToken);
        }
        catch (ProblemException exception) when (exception.Problem.Status is StatusCodes.Status404NotFound)
        {
            guesses.CountMiss(address);
            throw;
        }
    }
}
