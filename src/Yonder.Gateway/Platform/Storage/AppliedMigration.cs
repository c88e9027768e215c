namespace Yonder.Gateway.Platform.Storage;

internal sealed class AppliedMigration
{
    public required long Number { get; init; }

    public required string Checksum { get; init; }
}
