using Yonder.Gateway.Platform.Storage;

namespace Yonder.Gateway.Tests.Platform.Storage;

public sealed class MigratorTests
{
    private static readonly Migration One = new(1, "0001_one", "CREATE TABLE one (id TEXT PRIMARY KEY); CREATE INDEX one_id ON one (id);", "c1");
    private static readonly Migration Two = new(2, "0002_two", "ALTER TABLE one ADD COLUMN name TEXT;", "c2");

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_what_is_missing_is_applied(TestStorage storage)
    {
        await using var test = await TestDatabase.CreateAsync(storage, migrated: false);
        var migrator = new Migrator(test.Database, TimeProvider.System);

        (await migrator.MigrateAsync([One], CancellationToken.None)).ShouldBe(1);
        (await migrator.MigrateAsync([One, Two], CancellationToken.None)).ShouldBe(1);
        (await migrator.MigrateAsync([One, Two], CancellationToken.None)).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_step_that_fails_undoes_the_steps_before_it(TestStorage storage)
    {
        await using var test = await TestDatabase.CreateAsync(storage, migrated: false);
        var migrator = new Migrator(test.Database, TimeProvider.System);

        await Should.ThrowAsync<System.Data.Common.DbException>(
            () => migrator.MigrateAsync([One, new Migration(2, "0002_bad", "CREATE TABLE one (id TEXT);", "x")], CancellationToken.None));

        (await migrator.MigrateAsync([One], CancellationToken.None)).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_newer_database_is_refused(TestStorage storage)
    {
        await using var test = await TestDatabase.CreateAsync(storage, migrated: false);
        var migrator = new Migrator(test.Database, TimeProvider.System);
        await migrator.MigrateAsync([One, Two], CancellationToken.None);

        var refusal = await Should.ThrowAsync<StorageException>(() => migrator.MigrateAsync([One], CancellationToken.None));

        refusal.Message.ShouldContain("newer Yonder");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_step_whose_text_changed_is_refused(TestStorage storage)
    {
        await using var test = await TestDatabase.CreateAsync(storage, migrated: false);
        var migrator = new Migrator(test.Database, TimeProvider.System);
        await migrator.MigrateAsync([One], CancellationToken.None);

        var refusal = await Should.ThrowAsync<StorageException>(() => migrator.MigrateAsync([One with { Checksum = "other" }], CancellationToken.None));

        refusal.Message.ShouldContain("0001_one");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_gateways_that_start_at_once_migrate_once(TestStorage storage)
    {
        await using var test = await TestDatabase.CreateAsync(storage, migrated: false);

        var applied = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => Task.Run(() => new Migrator(test.Database, TimeProvider.System).MigrateAsync(EmbeddedMigrations.Load(), CancellationToken.None))));

        applied.Sum().ShouldBe(EmbeddedMigrations.Load().Count);
    }

    [Fact]
    public void Numbers_are_never_given_twice()
        => EmbeddedMigrations.Load().Select(migration => migration.Number).ShouldBeUnique();
}
