namespace Yonder.Protocol.Files;

/// <summary>The entries of a directory.</summary>
/// <param name="Path">The directory.</param>
/// <param name="Files">Its entries.</param>
/// <param name="Count">How many there are.</param>
public sealed record FileList(string Path, IReadOnlyList<RemoteFile> Files, int Count);
