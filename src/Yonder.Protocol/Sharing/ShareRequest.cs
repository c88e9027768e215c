namespace Yonder.Protocol.Sharing;

/// <summary>How a terminal is to be shared.</summary>
/// <param name="ContainerId">The container whose terminal is shared.</param>
/// <param name="Mode"><c>view</c> to let others watch, <c>control</c> to let them type.</param>
/// <param name="MaxUsers">How many may join; 5 when left out.</param>
/// <param name="DurationMinutes">For how long; a day when left out.</param>
public sealed record ShareRequest(string ContainerId, string Mode = "view", int? MaxUsers = null, int? DurationMinutes = null)
{
    /// <summary>Gets the terminal session to share; the newest in the container when absent, and a new one when there is none.</summary>
    public string? TerminalId { get; init; }

    /// <summary>Gets a value indicating whether the code alone lets somebody in who has not signed in: what the embed widget needs.</summary>
    public bool AllowAnonymous { get; init; }
}
