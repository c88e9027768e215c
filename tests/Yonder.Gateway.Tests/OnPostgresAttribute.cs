using System.Reflection;
using Xunit.Sdk;
using Yonder.TestKit.Postgres;

namespace Yonder.Gateway.Tests;

/// <summary>Runs a store test on PostgreSQL: skipped where it is not installed, failed there when <c>CI</c> is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute()
    {
        if (PostgresServer.Binaries is null && Environment.GetEnvironmentVariable("CI") is null or "")
        {
            Skip = "PostgreSQL is not installed.";
        }
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[TestStorage.Postgres]];
}
