namespace Yonder.Gateway.Features.Terminals.Sharing;

/// <summary>Somebody who has come in by code.</summary>
internal sealed record ShareGuest(ShareRoom Room, string UserId, string Username, CancellationToken Revoked)
{
    /// <summary>Gets what they may do with the terminal; it is never theirs to start or to size, unless they are its owner.</summary>
    public TerminalAccess Access => new()
    {
        Key = Room.Share.Terminal,
        MayType = Room.Share.MayType || IsOwner,
        IsOwner = IsOwner,
        Revoked = Revoked,
        Ended = Room.Ended,
    };

    private bool IsOwner => Room.RoleOf(UserId) is "owner";
}
