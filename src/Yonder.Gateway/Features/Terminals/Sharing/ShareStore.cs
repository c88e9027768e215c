using Yonder.Gateway.Platform.Storage;

namespace Yonder.Gateway.Features.Terminals.Sharing;

/// <summary>Where sharings survive a restart.</summary>
internal sealed class ShareStore(Database database)
{
    private const string Select =
        "SELECT id, code, owner_id, owner_name, runtime_id, runtime_name, session_name, mode, max_users, allow_anonymous, created_at, expires_at, ended_at FROM terminal_shares";

    public Task AddAsync(ShareRecord share, CancellationToken cancellationToken) => database.ExecuteAsync(
        """
        INSERT INTO terminal_shares
            (id, code, owner_id, owner_name, runtime_id, runtime_name, session_name, mode, max_users, allow_anonymous, created_at, expires_at)
        VALUES
            (@Id, @Code, @OwnerId, @OwnerName, @RuntimeId, @RuntimeName, @SessionName, @Mode, @MaxUsers, @AllowAnonymous, @CreatedAt, @ExpiresAt)
        """,
        share,
        cancellationToken);

    /// <summary>The newest sharing of a code, whether it lives or not.</summary>
    public Task<ShareRecord?> FindByCodeAsync(string code, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync<ShareRecord>($"{Select} WHERE code = @code ORDER BY created_at DESC", new { code }, cancellationToken);

    public Task<ShareRecord?> FindAsync(string id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync<ShareRecord>($"{Select} WHERE id = @id", new { id }, cancellationToken);

    public Task<IReadOnlyList<ShareRecord>> ListLiveAsync(string owner, long now, CancellationToken cancellationToken)
        => database.QueryAsync<ShareRecord>(
            $"{Select} WHERE owner_id = @owner AND ended_at IS NULL AND expires_at > @now ORDER BY created_at DESC", new { owner, now }, cancellationToken);

    public Task EndAsync(string id, long now, CancellationToken cancellationToken)
        => database.ExecuteAsync("UPDATE terminal_shares SET ended_at = @now WHERE id = @id AND ended_at IS NULL", new { id, now }, cancellationToken);
}
