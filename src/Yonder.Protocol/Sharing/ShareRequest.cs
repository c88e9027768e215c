namespace Yonder.Protocol.Sharing;

/// <summary>How a terminal is to be shared.</summary>
/// <param name="ContainerId">The container whose terminal is shared.</param>
/// <param name="Mode"><c>view</c> to let others watch, <c>control</c> to let them type.</param>
/// <param name="MaxUsers">How many may join; 5 when left out.</param>
/// <param name="DurationMinutes">For how long; a day when left out.</param>
public sealed record ShareRequest(string ContainerId, string Mode = "view", int? MaxUsers = null, int? DurationMinutes = null);
