using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Platform.Storage.Runtimes;

/// <summary>Lets the registry find everything again before the first request comes.</summary>
internal sealed class RuntimeRecovery(RuntimeRegistry registry) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => registry.RecoverAsync(cancellationToken);

    // The container disposes the registry, after the last request has ended.
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
