namespace Yonder.Gateway.Platform.Audit;

/// <summary>An entry on its way to the database, and the promise to whoever waits for it.</summary>
internal sealed class PendingEntry(AuditRow row)
{
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AuditRow Row => row;

    public Task Written => _written.Task;

    public void Succeed() => _written.TrySetResult();

    public void Fail(Exception exception) => _written.TrySetException(exception);
}
