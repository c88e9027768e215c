using Microsoft.Extensions.Hosting;

namespace Yonder.Scenes;

/// <summary>
/// A server inside a program is stopped by that program. The framework's own lifetime would take SIGTERM and Ctrl-C for itself, stop
/// the server, and leave the program running.
/// </summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
