using Yonder.Protocol.Status;
using Yonder.Runtimes;

namespace Yonder.Gateway.Features.Status;

/// <summary>Asks the drivers whether they can work, and remembers the answer for a few seconds: a health check must not become an engine's load.</summary>
internal sealed class DriverChecks(IEnumerable<IRuntimeDriver> drivers, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _checking = new(1);
    private IReadOnlyList<DriverView> _known = [];
    private DateTimeOffset _checkedAt = DateTimeOffset.MinValue;

    public async ValueTask<DriverView?> FindAsync(string scheme, CancellationToken cancellationToken)
        => (await ListAsync(cancellationToken)).FirstOrDefault(driver => string.Equals(driver.Scheme, scheme, StringComparison.Ordinal));

    public async ValueTask<IReadOnlyList<DriverView>> ListAsync(CancellationToken cancellationToken)
    {
        // One asks for all who wait.
        await _checking.WaitAsync(cancellationToken);
        try
        {
            if (time.GetUtcNow() - _checkedAt > Fresh)
            {
                var views = await Task.WhenAll(drivers.Select(driver => CheckAsync(driver, cancellationToken)));
                _known = [.. views.OrderBy(view => view.Scheme, StringComparer.Ordinal)];
                _checkedAt = time.GetUtcNow();
            }

            return _known;
        }
        finally
        {
            _checking.Release();
        }
    }

    public void Dispose() => _checking.Dispose();

    private static async Task<DriverView> CheckAsync(IRuntimeDriver driver, CancellationToken cancellationToken)
    {
        var status = await driver.CheckAsync(cancellationToken);
        return new DriverView(driver.Scheme, status.IsAvailable, driver.Provisioning is not null, status.Detail, status.Remedy);
    }
}
