namespace Yonder.Protocol.Sharing;

/// <summary>A terminal that is shared.</summary>
/// <param name="SessionId">The id to end the sharing by.</param>
/// <param name="ShareCode">The code to give to others.</param>
/// <param name="ShareUrl">The path of the page to join on.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="Mode"><c>view</c> or <c>control</c>.</param>
public sealed record Share(string SessionId, string ShareCode, string ShareUrl, DateTimeOffset ExpiresAt, string Mode)
{
    /// <summary>Gets the container.</summary>
    public string? ContainerId { get; init; }

    /// <summary>Gets the container's name.</summary>
    public string? ContainerName { get; init; }

    /// <summary>Gets the terminal session that is shared: the <c>id</c> that its socket takes.</summary>
    public string? TerminalId { get; init; }

    /// <summary>Gets how many may join.</summary>
    public int? MaxUsers { get; init; }

    /// <summary>Gets when it was started.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets who is there.</summary>
    public IReadOnlyList<ParticipantView>? Participants { get; init; }
}
