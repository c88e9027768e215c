using Yonder.TestKit.Postgres;

namespace Yonder.Gateway.Tests;

/// <summary>A test that needs PostgreSQL: skipped where it is not installed, failed there when <c>CI</c> is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (PostgresServer.Binaries is null && Environment.GetEnvironmentVariable("CI") is null or "")
        {
            Skip = "PostgreSQL is not installed.";
        }
    }
}
