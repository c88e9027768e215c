using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Gateway.Platform.Storage;
using Yonder.Gateway.Platform.Terminals;
using Yonder.Protocol.Sharing;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Terminals.Sharing;

/// <summary>Turns a wish to share into a sharing of a terminal that runs.</summary>
internal sealed class ShareStarter(Shares shares, RuntimeRegistry registry, TerminalSessions sessions, TimeProvider time)
{
    private const int DefaultUsers = 5;
    private const int MostUsers = 100;
    private const int DefaultMinutes = 1440;
    private const int MostMinutes = 4320;
    private const string NewSession = "shared";

    public async Task<ShareRoom> StartAsync(Caller caller, ShareRequest request, CancellationToken cancellationToken)
    {
        var users = request.MaxUsers ?? DefaultUsers;
        var minutes = request.DurationMinutes ?? DefaultMinutes;
        if (request.Mode is not ("view" or "control"))
        {
            throw new ProblemException(ShareProblems.BadMode);
        }

        if (users is < 1 or > MostUsers || minutes is < 1 or > MostMinutes)
        {
            throw new ProblemException(ShareProblems.BadLimits);
        }

        var record = await registry.FindAsync(caller.UserId, request.ContainerId, cancellationToken) ?? throw new ProblemException(ShareProblems.NoContainer);
        var terminal = await ChooseAsync(record, request.TerminalId, cancellationToken);
        var now = time.GetUtcNow();
        var share = new ShareRecord
        {
            Id = Guid.CreateVersion7(now).ToString(),
            Code = await shares.NewCodeAsync(cancellationToken),
            OwnerId = caller.UserId,
            OwnerName = caller.Username,
            RuntimeId = record.Id.Value,
            RuntimeName = record.Name,
            SessionName = terminal.Name,
            Mode = request.Mode,
            MaxUsers = users,
            AllowAnonymous = request.AllowAnonymous ? 1 : 0,
            CreatedAt = now.ToMicros(),
            ExpiresAt = now.AddMinutes(minutes).ToMicros(),
        };
        return await shares.StartAsync(share, cancellationToken);
    }

    /// <summary>The terminal that is meant; one is started where there is none, so that the code works at once.</summary>
    private async Task<TerminalKey> ChooseAsync(RuntimeRecord record, string? name, CancellationToken cancellationToken)
    {
        if (name is null && (await sessions.ListAsync(record.Owner, record.Id, cancellationToken)) is [var newest, ..])
        {
            return newest.Key;
        }

        var key = new TerminalKey(record.Owner, record.Id, name ?? NewSession);
        await registry.WaitReadyAsync(record.Id, cancellationToken);
        await sessions.OpenAsync(new TerminalRequest { Key = key, Spec = TerminalQuery.DefaultSpec, MustExist = name is not null }, cancellationToken);
        return key;
    }
}
