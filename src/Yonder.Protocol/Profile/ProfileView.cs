namespace Yonder.Protocol.Profile;

/// <summary>The caller, what they have and what they may have.</summary>
/// <param name="User">The caller.</param>
/// <param name="Stats">What they have.</param>
/// <param name="Limits">What they may have.</param>
public sealed record ProfileView(UserView User, ProfileStats Stats, ProfileLimits Limits);
