namespace Yonder.Protocol.Files;

/// <summary>Names the path that a file operation is about.</summary>
/// <param name="Path">The path.</param>
public sealed record PathRequest(string Path);
