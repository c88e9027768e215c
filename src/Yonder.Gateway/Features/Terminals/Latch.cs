namespace Yonder.Gateway.Features.Terminals;

/// <summary>Something that happens once, or is taken to have happened when it does not in time.</summary>
internal sealed class Latch(TimeSpan limit, TimeProvider time)
{
    private readonly TaskCompletionSource _happened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsOpen => _happened.Task.IsCompleted;

    public void Open() => _happened.TrySetResult();

    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        if (IsOpen)
        {
            return;
        }

        try
        {
            await _happened.Task.WaitAsync(limit, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            Open();
        }
    }
}
