namespace Yonder.Gateway.Platform.Storage;

/// <summary>One numbered step of the schema, and the fingerprint of the text that was applied.</summary>
internal sealed record Migration(long Number, string Name, string Sql, string Checksum);
