using System.Text.Json;
using Yonder.Gateway.Platform.Storage;
using Yonder.Protocol;
using Yonder.Protocol.Sharing;

namespace Yonder.Gateway.Features.Terminals.Sharing;

/// <summary>Who takes part in one sharing now, and what they tell each other.</summary>
internal sealed class ShareRoom : IDisposable
{
    private static readonly string[] Colors = ["#e6194b", "#3cb44b", "#4363d8", "#f58231", "#911eb4", "#42d4f4", "#f032e6", "#9a6324"];

    private readonly Lock _gate = new();
    private readonly List<Participant> _present = [];
    private readonly Dictionary<string, string> _colors = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _ended = new();
    private readonly TimeProvider _time;
    private readonly ITimer _expiry;

    public ShareRoom(ShareRecord share, TimeProvider time)
    {
        Share = share;
        _time = time;
        Ended = _ended.Token;
        var left = Micros.FromMicros(share.ExpiresAt) - time.GetUtcNow();
        _expiry = time.CreateTimer(static state => ((ShareRoom)state!).End("expired"), this, left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public ShareRecord Share { get; }

    /// <summary>Gets what fires when the sharing is over.</summary>
    public CancellationToken Ended { get; }

    public IReadOnlyList<ParticipantView> Present
    {
        get
        {
            lock (_gate)
            {
                return [.. _present.Select(participant => participant.View).DistinctBy(view => view.UserId, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Counts somebody as one of those who joined; false when there are as many as may be.</summary>
    public bool Admit(string userId)
    {
        lock (_gate)
        {
            if (_colors.ContainsKey(userId))
            {
                return true;
            }

            var guests = _colors.Count - (_colors.ContainsKey(Share.OwnerId) ? 1 : 0);
            if (!IsOwner(userId) && guests >= Share.MaxUsers)
            {
                return false;
            }

            _colors[userId] = Colors[_colors.Count % Colors.Length];
            return true;
        }
    }

    public bool HasJoined(string userId)
    {
        lock (_gate)
        {
            return _colors.ContainsKey(userId);
        }
    }

    public string RoleOf(string userId) => IsOwner(userId) ? "owner" : Share.MayType ? "editor" : "viewer";

    /// <summary>Enters the bus: the newcomer is told who is there, and they of the newcomer.</summary>
    public Participant Enter(string userId, string username)
    {
        lock (_gate)
        {
            var participant = new Participant(new ParticipantView(userId, username, RoleOf(userId), _colors.GetValueOrDefault(userId, Colors[0])));
            _present.Add(participant);
            IReadOnlyList<ParticipantView> all = [.. _present.Select(other => other.View)];
            participant.Tell(Frame("participants", participant.View, JsonSerializer.SerializeToElement(all, RexecJson.Default.IReadOnlyListParticipantView)));
            TellOthers(participant, Frame("join", participant.View));
            return participant;
        }
    }

    public void Leave(Participant participant)
    {
        lock (_gate)
        {
            if (_present.Remove(participant))
            {
                TellOthers(participant, Frame("leave", participant.View));
            }
        }
    }

    /// <summary>Passes on what one of them does, in the name that we know them by.</summary>
    public void Say(Participant from, string type, JsonElement? data)
    {
        lock (_gate)
        {
            TellOthers(from, Frame(type, from.View, data));
        }
    }

    /// <summary>Ends it for everybody.</summary>
    /// <param name="type"><c>ended</c> or <c>expired</c>.</param>
    public void End(string type)
    {
        lock (_gate)
        {
            foreach (var participant in _present)
            {
                participant.Tell(new PresenceFrame(type) { Timestamp = _time.GetUtcNow().ToUnixTimeMilliseconds() });
                participant.Finish();
            }

            _present.Clear();
        }

        _expiry.Dispose();
        _ended.Cancel();
    }

    public void Dispose()
    {
        _expiry.Dispose();
        _ended.Dispose();
    }

    private bool IsOwner(string userId) => string.Equals(userId, Share.OwnerId, StringComparison.Ordinal);

    private void TellOthers(Participant from, PresenceFrame frame)
    {
        foreach (var participant in _present)
        {
            if (participant != from)
            {
                participant.Tell(frame);
            }
        }
    }

    private PresenceFrame Frame(string type, ParticipantView about, JsonElement? data = null) => new(type)
    {
        UserId = about.UserId,
        Username = about.Username,
        Role = about.Role,
        Color = about.Color,
        Data = data,
        Timestamp = _time.GetUtcNow().ToUnixTimeMilliseconds(),
    };
}
