using System.Text.Json;

namespace Yonder.Protocol.Sharing;

/// <summary>One message on the presence bus of a shared terminal.</summary>
/// <param name="Type"><c>participants</c>, <c>join</c>, <c>leave</c>, <c>cursor</c>, <c>selection</c>, <c>input</c>, <c>ended</c> or <c>expired</c>.</param>
public sealed record PresenceFrame(string Type)
{
    /// <summary>Gets who it is about.</summary>
    public string? UserId { get; init; }

    /// <summary>Gets their name.</summary>
    public string? Username { get; init; }

    /// <summary>Gets their role.</summary>
    public string? Role { get; init; }

    /// <summary>Gets their colour.</summary>
    public string? Color { get; init; }

    /// <summary>Gets what goes with it.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>Gets when it was said, in milliseconds since 1970.</summary>
    public long Timestamp { get; init; }
}
