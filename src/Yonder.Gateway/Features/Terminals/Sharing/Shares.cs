using System.Collections.Concurrent;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Gateway.Platform.Storage;
using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Terminals.Sharing;

/// <summary>Terminals that are shared by code: who may come in, and until when.</summary>
internal sealed class Shares(ShareStore store, RuntimeRegistry registry, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, ShareRoom> _rooms = new(StringComparer.Ordinal);

    public async Task<ShareRoom> StartAsync(ShareRecord share, CancellationToken cancellationToken)
    {
        await store.AddAsync(share, cancellationToken);
        return Room(share);
    }

    /// <summary>A code that no living sharing has.</summary>
    public async Task<string> NewCodeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var code = ShareCode.Create();
            if (await store.FindByCodeAsync(code, cancellationToken) is not { } other || IsOver(other))
            {
                return code;
            }
        }
    }

    /// <summary>Finds the living sharing of a code.</summary>
    /// <exception cref="ProblemException">There is none, or it is over.</exception>
    public async Task<ShareRoom> RequireAsync(string code, CancellationToken cancellationToken)
    {
        var share = await store.FindByCodeAsync(ShareCode.Normalize(code), cancellationToken) ?? throw new ProblemException(ShareProblems.NotFound);
        return IsOver(share) ? throw new ProblemException(ShareProblems.Over) : Room(share);
    }

    /// <summary>Finds a living sharing of the caller's own.</summary>
    public async Task<ShareRoom?> FindOwnAsync(Caller caller, string id, CancellationToken cancellationToken)
        => await store.FindAsync(id, cancellationToken) is { } share && string.Equals(share.OwnerId, caller.UserId, StringComparison.Ordinal) && !IsOver(share)
            ? Room(share)
            : null;

    public async Task<IReadOnlyList<ShareRoom>> ListOwnAsync(Caller caller, CancellationToken cancellationToken)
        => [.. (await store.ListLiveAsync(caller.UserId, time.GetUtcNow().ToMicros(), cancellationToken)).Select(Room)];

    public async Task EndAsync(ShareRoom room, CancellationToken cancellationToken)
    {
        await store.EndAsync(room.Share.Id, time.GetUtcNow().ToMicros(), cancellationToken);
        if (_rooms.TryRemove(room.Share.Id, out _))
        {
            room.End("ended");
        }
    }

    /// <summary>The sharing by which somebody who has joined gets to a container that is not theirs.</summary>
    public async ValueTask<ShareRoom?> FindJoinedAsync(string userId, string container, CancellationToken cancellationToken)
    {
        foreach (var room in _rooms.Values)
        {
            if (!IsOver(room.Share) && room.HasJoined(userId)
                && await registry.FindAsync(room.Share.OwnerId, container, cancellationToken) is { } record
                && record.Id == new RuntimeId(room.Share.RuntimeId))
            {
                return room;
            }
        }

        return null;
    }

    public void Dispose()
    {
        foreach (var room in _rooms.Values)
        {
            room.Dispose();
        }
    }

    private bool IsOver(ShareRecord share) => share.EndedAt is not null || share.ExpiresAt <= time.GetUtcNow().ToMicros();

    private ShareRoom Room(ShareRecord share)
    {
        if (_rooms.TryGetValue(share.Id, out var room))
        {
            return room;
        }

        var made = new ShareRoom(share, time);
        room = _rooms.GetOrAdd(share.Id, made);
        if (room == made)
        {
            made.Ended.UnsafeRegister(_ => _rooms.TryRemove(KeyValuePair.Create(share.Id, made)), state: null);
        }
        else
        {
            made.Dispose();
        }

        return room;
    }
}
