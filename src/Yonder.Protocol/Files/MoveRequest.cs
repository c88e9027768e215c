namespace Yonder.Protocol.Files;

/// <summary>A renaming.</summary>
/// <param name="Source">What to move.</param>
/// <param name="Target">Its new path; an existing file there is replaced.</param>
public sealed record MoveRequest(string Source, string Target);
