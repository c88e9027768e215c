namespace Yonder.Gateway.Platform.Storage;

internal enum DatabaseKind
{
    Sqlite,
    Postgres,
}
