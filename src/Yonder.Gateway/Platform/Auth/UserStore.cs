using Yonder.Gateway.Platform.Storage;

namespace Yonder.Gateway.Platform.Auth;

internal sealed class UserStore(Database database)
{
    private const string Insert = """
        INSERT INTO users (id, username, email, tier, is_admin, created_at, updated_at)
        VALUES (@Id, @Username, @Email, @Tier, @IsAdmin, @CreatedAt, @UpdatedAt)
        """;

    public Task AddAsync(UserRecord user, CancellationToken cancellationToken)
        => database.ExecuteAsync(Insert, UserRow.From(user), cancellationToken);

    public async Task<UserRecord?> FindAsync(string id, CancellationToken cancellationToken)
        => (await database.FirstOrDefaultAsync<UserRow>("SELECT * FROM users WHERE id = @id", new { id }, cancellationToken))?.ToRecord();

    /// <summary>Adds the user, or brings its name and rights up to date.</summary>
    public Task EnsureAsync(UserRecord user, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            Insert + " ON CONFLICT (id) DO UPDATE SET username = excluded.username, tier = excluded.tier, is_admin = excluded.is_admin",
            UserRow.From(user),
            cancellationToken);
}
