namespace Yonder.Protocol.Sharing;

/// <summary>Somebody on the presence bus.</summary>
/// <param name="UserId">Who; made up for those who have not signed in.</param>
/// <param name="Username">Their name.</param>
/// <param name="Role"><c>owner</c>, <c>editor</c> or <c>viewer</c>.</param>
/// <param name="Color">The colour that marks them, as in CSS.</param>
public sealed record ParticipantView(string UserId, string Username, string Role, string Color);
