using Yonder.Gateway.Platform.Terminals;
using Yonder.Runtimes;

namespace Yonder.Gateway.Features.Terminals.Sharing;

/// <summary>A terminal that is shared by code, as it is stored.</summary>
internal sealed record ShareRecord
{
    public required string Id { get; init; }

    public required string Code { get; init; }

    public required string OwnerId { get; init; }

    public required string OwnerName { get; init; }

    public required string RuntimeId { get; init; }

    public required string RuntimeName { get; init; }

    public required string SessionName { get; init; }

    /// <summary>Gets <c>view</c> or <c>control</c>.</summary>
    public required string Mode { get; init; }

    public required long MaxUsers { get; init; }

    public required long AllowAnonymous { get; init; }

    public required long CreatedAt { get; init; }

    public required long ExpiresAt { get; init; }

    public long? EndedAt { get; init; }

    public TerminalKey Terminal => new(OwnerId, new RuntimeId(RuntimeId), SessionName);

    public bool MayType => Mode is "control";
}
