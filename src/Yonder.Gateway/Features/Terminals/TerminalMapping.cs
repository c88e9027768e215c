using Yonder.Gateway.Platform.Terminals;
using Yonder.Protocol.Terminals;

namespace Yonder.Gateway.Features.Terminals;

internal static class TerminalMapping
{
    public static TerminalView ToView(this TerminalSession session) => new()
    {
        Id = session.Key.Name,
        ContainerId = session.Key.Runtime.Value,
        StartedAt = session.Info.StartedAt,
        Columns = session.Info.Size?.Columns,
        Rows = session.Info.Size?.Rows,
        Clients = session.Info.Viewers,
        FirstOffset = session.Info.Start,
        NextOffset = session.Info.End,
        DetachedSince = session.Info.DetachedSince,
    };
}
