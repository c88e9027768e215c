using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Yonder.Gateway.Platform.Storage;

/// <summary>The files <c>Migrations/NNNN_name.sql</c>, built into this assembly.</summary>
internal static class EmbeddedMigrations
{
    private const string Folder = ".Migrations.";

    public static IReadOnlyList<Migration> Load()
        => [.. typeof(EmbeddedMigrations).Assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(Read)
            .OrderBy(migration => migration.Number)];

    private static Migration Read(string resource)
    {
        var start = resource.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length;
        var name = resource[start..^".sql".Length];
        using var reader = new StreamReader(typeof(EmbeddedMigrations).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var sql = reader.ReadToEnd();
        return new Migration(long.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, sql, Fingerprint(sql));
    }

    private static string Fingerprint(string sql) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
}
