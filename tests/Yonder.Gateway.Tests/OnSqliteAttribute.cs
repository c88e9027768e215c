using System.Reflection;
using Xunit.Sdk;

namespace Yonder.Gateway.Tests;

/// <summary>Runs a store test on SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[TestStorage.Sqlite]];
}
