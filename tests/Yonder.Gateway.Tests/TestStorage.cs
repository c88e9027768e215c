namespace Yonder.Gateway.Tests;

/// <summary>What a store test runs on; see <see cref="TestDatabase"/>.</summary>
public enum TestStorage
{
    Sqlite,
    Postgres,
}
