using System.Globalization;
using Dapper;

namespace Yonder.Gateway.Platform.Storage;

/// <summary>Lists in statements. Dapper expands <c>IN @list</c> for SQLite only: with PostgreSQL's driver it passes an array.</summary>
internal static class SqlList
{
    /// <summary>Adds each value as a parameter and returns what goes after <c>IN</c>, e.g. <c>(@id0, @id1)</c>; the list must not be empty.</summary>
    public static string Add(DynamicParameters parameters, string name, IReadOnlyList<string> values)
    {
        var names = values.Select((value, index) =>
        {
            var parameter = string.Create(CultureInfo.InvariantCulture, $"{name}{index}");
            parameters.Add(parameter, value);
            return $"@{parameter}";
        });
        return $"({string.Join(", ", names)})";
    }
}
