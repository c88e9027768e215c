using Yonder.Gateway.Platform.Audit;
using Yonder.Gateway.Platform.Storage;

namespace Yonder.Gateway.Tests.Platform.Audit;

public sealed class AuditStoreTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_what_is_new_enough_and_among_the_newest_is_kept(TestStorage storage)
    {
        await using var test = await TestDatabase.CreateAsync(storage);
        var store = new AuditStore(test.Database);
        await store.AddAsync([.. Enumerable.Range(0, 10).Select(Entry)], CancellationToken.None);

        await store.TrimAsync(Start.AddMinutes(3), most: 100, CancellationToken.None);
        (await KeptAsync(store)).ShouldBe([9, 8, 7, 6, 5, 4, 3]);

        await store.TrimAsync(Start, most: 2, CancellationToken.None);
        (await KeptAsync(store)).ShouldBe([9, 8]);
    }

    private static AuditRow Entry(int number) => new()
    {
        Id = $"e{number}",
        UserId = "u",
        Action = "test",
        Details = number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        CreatedAt = Start.AddMinutes(number).ToMicros(),
    };

    private static async Task<IEnumerable<int>> KeptAsync(AuditStore store)
        => (await store.ListAsync("u", 100, 0, CancellationToken.None)).Select(entry => int.Parse(entry.Details!, System.Globalization.CultureInfo.InvariantCulture));
}
