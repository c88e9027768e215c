using Yonder.Gateway.Platform.Storage;

namespace Yonder.Gateway.Features.Recordings;

/// <summary>What is known about recordings; the casts themselves are files.</summary>
internal sealed class RecordingStore(Database database)
{
    private const string Select =
        """
        SELECT id, user_id, runtime_id, runtime_name, title, state, share_token, is_public, duration_micros, events_count, size_bytes, ended_by, created_at, ended_at
        FROM recordings
        """;

    public Task AddAsync(RecordingRecord recording, CancellationToken cancellationToken) => database.ExecuteAsync(
        """
        INSERT INTO recordings
            (id, user_id, runtime_id, runtime_name, title, state, share_token, is_public, duration_micros, events_count, size_bytes, created_at)
        VALUES
            (@Id, @UserId, @RuntimeId, @RuntimeName, @Title, @State, @ShareToken, @IsPublic, @DurationMicros, @EventsCount, @SizeBytes, @CreatedAt)
        """,
        recording,
        cancellationToken);

    public Task FinishAsync(RecordingRecord recording, CancellationToken cancellationToken) => database.ExecuteAsync(
        """
        UPDATE recordings
        SET state = @State, duration_micros = @DurationMicros, events_count = @EventsCount, size_bytes = @SizeBytes, ended_by = @EndedBy, ended_at = @EndedAt
        WHERE id = @Id
        """,
        recording,
        cancellationToken);

    public Task UpdateAsync(string id, bool isPublic, string title, CancellationToken cancellationToken)
        => database.ExecuteAsync("UPDATE recordings SET is_public = @flag, title = @title WHERE id = @id", new { id, flag = isPublic ? 1L : 0L, title }, cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken)
        => database.ExecuteAsync("DELETE FROM recordings WHERE id = @id", new { id }, cancellationToken);

    public Task<RecordingRecord?> FindAsync(string userId, string id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync<RecordingRecord>($"{Select} WHERE id = @id AND user_id = @userId", new { id, userId }, cancellationToken);

    public Task<RecordingRecord?> FindPublicAsync(string token, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync<RecordingRecord>($"{Select} WHERE share_token = @token AND is_public = 1", new { token }, cancellationToken);

    public Task<IReadOnlyList<RecordingRecord>> ListAsync(string userId, CancellationToken cancellationToken)
        => database.QueryAsync<RecordingRecord>($"{Select} WHERE user_id = @userId ORDER BY created_at DESC, id", new { userId }, cancellationToken);

    public Task<IReadOnlyList<RecordingRecord>> ListLiveAsync(CancellationToken cancellationToken)
        => database.QueryAsync<RecordingRecord>($"{Select} WHERE state = @Live", new { RecordingRecord.Live }, cancellationToken);

    public Task<IReadOnlyList<RecordingRecord>> ListOlderAsync(long before, CancellationToken cancellationToken)
        => database.QueryAsync<RecordingRecord>($"{Select} WHERE state = @Done AND created_at < @before", new { RecordingRecord.Done, before }, cancellationToken);

    public async Task<long> SizeOfAllAsync(string userId, CancellationToken cancellationToken)
        => await database.FirstOrDefaultAsync<long?>("SELECT CAST(SUM(size_bytes) AS BIGINT) FROM recordings WHERE user_id = @userId", new { userId }, cancellationToken) ?? 0;

    public async Task<IReadOnlySet<string>> ListIdsAsync(CancellationToken cancellationToken)
        => (await database.QueryAsync<string>("SELECT id FROM recordings", parameters: null, cancellationToken)).ToHashSet(StringComparer.Ordinal);
}
