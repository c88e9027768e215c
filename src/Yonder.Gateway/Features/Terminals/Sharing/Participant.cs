using System.Threading.Channels;
using Yonder.Protocol.Sharing;

namespace Yonder.Gateway.Features.Terminals.Sharing;

/// <summary>One socket on the presence bus.</summary>
internal sealed class Participant(ParticipantView view)
{
    private const int Capacity = 256;

    // Presence is about now: for somebody who does not keep up, the oldest is worth least.
    private readonly Channel<PresenceFrame> _frames = Channel.CreateBounded<PresenceFrame>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public ParticipantView View => view;

    public ChannelReader<PresenceFrame> Frames => _frames.Reader;

    public void Tell(PresenceFrame frame) => _frames.Writer.TryWrite(frame);

    /// <summary>No more frames come after those that are there.</summary>
    public void Finish() => _frames.Writer.TryComplete();
}
