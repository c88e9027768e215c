using Npgsql;

namespace Yonder.Gateway.Platform.Storage;

/// <summary>Turns <c>postgres://user:password@host:port/database?key=value</c> into what the driver reads.</summary>
internal static class PostgresUrl
{
    public static bool IsOne(string text)
        => text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <exception cref="StorageException">The text is not such a URL.</exception>
    public static string ToConnectionString(string text)
    {
        if (!IsOne(text) || !Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            throw new StorageException("--database takes 'sqlite' or 'postgres://user:password@host:port/database'.");
        }

        try
        {
            return Build(url).ToString();
        }
        catch (ArgumentException exception)
        {
            throw new StorageException($"The options of the PostgreSQL URL are not understood: {exception.Message}", exception);
        }
    }

    private static NpgsqlConnectionStringBuilder Build(Uri url)
    {
        var builder = new NpgsqlConnectionStringBuilder { ApplicationName = "yonder" };
        var user = url.UserInfo.Split(':', 2);
        SetIfGiven(value => builder.Host = value, url.Host);
        SetIfGiven(value => builder.Username = value, user[0]);
        SetIfGiven(value => builder.Password = value, user.ElementAtOrDefault(1) ?? "");
        SetIfGiven(value => builder.Database = value, url.AbsolutePath.TrimStart('/'));
        if (url.Port > 0)
        {
            builder.Port = url.Port;
        }

        // As libpq does it: ?host=/run/postgresql names a unix socket's folder, ?sslmode=require and so on.
        foreach (var option in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = option.Split('=', 2);
            builder[Keyword(Uri.UnescapeDataString(pair[0]))] = Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "");
        }

        return builder;
    }

    private static string Keyword(string name) => name switch
    {
        "sslmode" => "SSL Mode",
        "sslrootcert" => "Root Certificate",
        "connect_timeout" => "Timeout",
        "application_name" => "Application Name",
        _ => name,
    };

    private static void SetIfGiven(Action<string> set, string value)
    {
        if (value.Length > 0)
        {
            set(Uri.UnescapeDataString(value));
        }
    }
}
