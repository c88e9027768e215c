using Microsoft.Extensions.Options;
using Yonder.Drivers.Docker.Engine;
using Yonder.Runtimes;

namespace Yonder.Drivers.Docker;

/// <summary>Finds the engine that answers and keeps to it.</summary>
internal sealed class EngineLocator(IOptions<DockerOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _finding = new(1, 1);
    private readonly List<EngineClient> _clients = [];
    private volatile EngineClient? _current;

    public TimeProvider Time => time;

    /// <summary>Returns the engine. Which one is decided once; whether it answers now is not asked.</summary>
    /// <exception cref="RuntimeException">None answers.</exception>
    public async ValueTask<EngineClient> GetAsync(CancellationToken cancellationToken)
    {
        if (_current is { } known)
        {
            return known;
        }

        await _finding.WaitAsync(cancellationToken);
        try
        {
            return _current ??= await FindAsync(cancellationToken);
        }
        finally
        {
            _finding.Release();
        }
    }

    /// <summary>Says what answers now, looking again where it does not.</summary>
    public async ValueTask<DriverStatus> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var engine = await GetAsync(cancellationToken);
            using var limit = new TimeLimit(AnswerLimit, time, cancellationToken);
            try
            {
                return await DescribeAsync(engine, limit.Token);
            }
            catch (Exception error) when (limit.HasPassed || error is RuntimeException { IsTransient: true })
            {
                // Another may have taken its place, e.g. Podman after Docker was removed.
                _current = null;
                return await DescribeAsync(await GetAsync(cancellationToken), cancellationToken);
            }
        }
        catch (RuntimeException error)
        {
            return new(IsAvailable: false, error.Message, Remedy(error));
        }
    }

    public void Dispose()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }

        _finding.Dispose();
    }

    private static async ValueTask<DriverStatus> DescribeAsync(EngineClient engine, CancellationToken cancellationToken)
    {
        var identity = await engine.IdentifyAsync(cancellationToken);
        var version = await engine.GetAsync("/version", EngineJson.Default.EngineVersion, cancellationToken);
        return new(IsAvailable: true, $"{(identity.IsPodman ? "Podman" : "Docker Engine")} {version.Version}, API {identity.Api}, at {engine.Endpoint}");
    }

    private static string? Remedy(RuntimeException error) => error.Error switch
    {
        RuntimeError.AccessDenied => "sudo usermod -aG docker $USER, then sign in again",
        RuntimeError.Unreachable when !File.Exists("/usr/bin/dockerd") && !File.Exists("/usr/bin/podman") && !File.Exists("/usr/sbin/dockerd")
            => "sudo apt-get install docker.io, or set DOCKER_HOST to an engine elsewhere",
        RuntimeError.Unreachable or RuntimeError.TimedOut => "sudo systemctl start docker (or: systemctl --user start podman.socket), or set DOCKER_HOST",
        _ => null,
    };

    private async ValueTask<EngineClient> FindAsync(CancellationToken cancellationToken)
    {
        RuntimeException? refusal = null;
        foreach (var endpoint in EngineEndpoints.Find(options.Value.Host, options.Value.CertificateFolder))
        {
            if (options.Value.Host is null && endpoint.SocketPath is { } path && !File.Exists(path))
            {
                continue;
            }

            var client = ClientOf(endpoint);
            using var limit = new TimeLimit(AnswerLimit, time, cancellationToken);
            try
            {
                await client.IdentifyAsync(limit.Token);
                return client;
            }
            catch (RuntimeException error)
            {
                refusal ??= error;
            }
            catch (OperationCanceledException) when (limit.HasPassed)
            {
                refusal ??= new RuntimeException(RuntimeError.TimedOut, $"The engine at {endpoint} did not answer in time.");
            }
        }

        throw refusal ?? new RuntimeException(RuntimeError.Unreachable, "No Docker Engine and no Podman service was found on this machine.");
    }

    private EngineClient ClientOf(EngineEndpoint endpoint)
    {
        var client = _clients.Find(known => known.Endpoint == endpoint);
        if (client is null)
        {
            client = new EngineClient(endpoint, EngineLimits.Default, time);
            _clients.Add(client);
        }

        return client;
    }
}
