namespace Yonder.Protocol.Files;

/// <summary>A file inside a JSON body, as some clients upload it.</summary>
/// <param name="Path">The path to write.</param>
/// <param name="Content">The bytes, base64 on the wire.</param>
public sealed record FileUpload(string? Path, byte[]? Content);
