namespace Yonder.Protocol.Sharing;

/// <summary>The terminals that somebody shares.</summary>
/// <param name="Sessions">The newest first.</param>
public sealed record ShareList(IReadOnlyList<Share> Sessions);
