using Dapper;

namespace Yonder.Gateway.Tests.Platform.Storage;

public sealed class DatabaseTests
{
    private const string Insert = "INSERT INTO users (id, username, tier, is_admin, created_at, updated_at) VALUES (@id, @id, 'free', 0, 0, 0)";
    private const string Count = "SELECT COUNT(*) FROM users WHERE tier = 'free'";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_transaction_that_fails_leaves_nothing_behind(TestStorage storage)
    {
        await using var test = await TestDatabase.CreateAsync(storage);

        var failing = test.Database.WriteAsync<int>(
            async (transaction, _) =>
            {
                await transaction.Connection!.ExecuteAsync(Insert, new { id = "a" }, transaction);
                throw new InvalidOperationException("on purpose");
            },
            CancellationToken.None);

        await Should.ThrowAsync<InvalidOperationException>(() => failing);
        (await test.Database.FirstOrDefaultAsync<long>(Count, parameters: null, CancellationToken.None)).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_writers_at_once_all_get_through(TestStorage storage)
    {
        await using var test = await TestDatabase.CreateAsync(storage);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => test.Database.ExecuteAsync(Insert, new { id = $"u{i}" }, CancellationToken.None))));

        (await test.Database.FirstOrDefaultAsync<long>(Count, parameters: null, CancellationToken.None)).ShouldBe(50);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_reference_to_what_is_not_there_is_refused(TestStorage storage)
    {
        await using var test = await TestDatabase.CreateAsync(storage);

        await Should.ThrowAsync<System.Data.Common.DbException>(() => test.Database.ExecuteAsync(
            """
            INSERT INTO tokens (id, user_id, kind, name, token_hash, token_prefix, scopes, allowed_origins, created_at)
            VALUES ('t', 'nobody', 'api', 'n', 'h', 'p', '', '', 0)
            """,
            parameters: null,
            CancellationToken.None));
    }
}
