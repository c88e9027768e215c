using Npgsql;
using Yonder.Gateway.Platform.Storage;

namespace Yonder.Gateway.Tests.Platform.Storage;

public sealed class PostgresUrlTests
{
    [Fact]
    public void A_url_names_everything_a_connection_needs()
    {
        var connection = new NpgsqlConnectionStringBuilder(PostgresUrl.ToConnectionString("postgres://ann:p%40ss@db.example:5433/yonder?sslmode=require"));

        connection.Host.ShouldBe("db.example");
        connection.Port.ShouldBe(5433);
        connection.Username.ShouldBe("ann");
        connection.Password.ShouldBe("p@ss");
        connection.Database.ShouldBe("yonder");
        connection.SslMode.ShouldBe(SslMode.Require);
    }

    [Fact]
    public void A_unix_socket_is_named_as_a_host()
        => new NpgsqlConnectionStringBuilder(PostgresUrl.ToConnectionString("postgresql:///yonder?host=%2Frun%2Fpostgresql")).Host.ShouldBe("/run/postgresql");

    [Theory]
    [InlineData("mysql://x")]
    [InlineData("sqlite3")]
    [InlineData("postgres://host/db?nonsense=1")]
    public void What_is_no_such_url_is_said_so(string text)
        => Should.Throw<StorageException>(() => PostgresUrl.ToConnectionString(text));
}
