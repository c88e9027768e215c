using Yonder.Gateway.Platform.Storage;
using Yonder.Protocol.Sharing;

namespace Yonder.Gateway.Features.Terminals.Sharing;

internal static class ShareMapping
{
    public static Share ToView(this ShareRoom room) => new(
        room.Share.Id, room.Share.Code, room.Share.ToUrl(), Micros.FromMicros(room.Share.ExpiresAt), room.Share.Mode)
    {
        ContainerId = room.Share.RuntimeId,
        ContainerName = room.Share.RuntimeName,
        TerminalId = room.Share.SessionName,
        MaxUsers = (int)room.Share.MaxUsers,
        CreatedAt = Micros.FromMicros(room.Share.CreatedAt),
        Participants = room.Present,
    };

    public static JoinedShare ToJoined(this ShareGuest guest) => new(
        guest.Room.Share.Id,
        guest.Room.Share.RuntimeId,
        guest.Room.Share.RuntimeName,
        guest.Room.Share.Mode,
        guest.Room.RoleOf(guest.UserId),
        Micros.FromMicros(guest.Room.Share.ExpiresAt))
    {
        TerminalId = guest.Room.Share.SessionName,
    };

    public static string ToUrl(this ShareRecord share) => $"/join/{share.Code}";
}
