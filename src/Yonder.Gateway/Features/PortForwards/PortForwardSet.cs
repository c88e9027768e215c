using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Yonder.Gateway.Features.PortForwards.Proxy;
using Yonder.Gateway.Features.PortForwards.Tunnels;
using Yonder.Gateway.Platform.Auth;
using Yonder.Protocol.PortForwards;
using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.PortForwards;

/// <summary>The forwards there are, each with its listener.</summary>
internal sealed class PortForwardSet(
    PortForwardStore store, PortDialer dialer, ForwardClient client, IOptions<PortForwardsOptions> options, TimeProvider time, ILogger<PortForwardSet> logger) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, LiveForward> _forwards = new(StringComparer.Ordinal);

    public LiveForward? Find(string id) => _forwards.GetValueOrDefault(id);

    public IReadOnlyList<LiveForward> Of(RuntimeId runtime) => [.. _forwards.Values.Where(forward => forward.Record.Runtime == runtime).OrderBy(forward => forward.Record.CreatedAt)];

    public IReadOnlyCollection<LiveForward> All => [.. _forwards.Values];

    /// <summary>Listens, then writes down where, then carries connections.</summary>
    public async Task<LiveForward> AddAsync(Caller caller, RuntimeRecord runtime, CreatePortForwardRequest request, CancellationToken cancellationToken)
    {
        if (Of(runtime.Id).Count >= options.Value.PerContainer)
        {
            throw new RuntimeException(RuntimeError.LimitReached, $"A container has at most {options.Value.PerContainer} port forwards: delete one first.");
        }

        var tunnel = TcpTunnel.Bind(request.LocalPort ?? 0, dialer, options.Value, logger);
        var record = new PortForwardRecord
        {
            Id = Guid.NewGuid().ToString(),
            Owner = caller.UserId,
            Runtime = runtime.Id,
            Name = request.Name is { Length: > 0 } name ? name : $"port {request.ContainerPort}",
            ContainerPort = request.ContainerPort,
            LocalPort = tunnel.Port,
            IsPublic = request.Public,
            CreatedAt = time.GetUtcNow(),
        };
        try
        {
            await store.AddAsync(record, cancellationToken);
        }
        catch
        {
            await tunnel.DisposeAsync();
            throw;
        }

        tunnel.Start(record);
        return _forwards[record.Id] = new LiveForward(record, tunnel, Error: null);
    }

    public async Task RemoveAsync(LiveForward forward, CancellationToken cancellationToken)
    {
        await store.RemoveAsync(forward.Record.Id, cancellationToken);
        _forwards.TryRemove(forward.Record.Id, out _);
        client.Forget(forward.Record);
        await (forward.Tunnel?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Opens again what an earlier run of the gateway had. A port that is taken now is said, not fatal.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        foreach (var record in await store.LoadAsync(cancellationToken))
        {
            _forwards[record.Id] = Restore(record);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var forward in _forwards.Values)
        {
            await (forward.Tunnel?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        _forwards.Clear();
    }

    private LiveForward Restore(PortForwardRecord record)
    {
        try
        {
            var tunnel = TcpTunnel.Bind(record.LocalPort, dialer, options.Value, logger);
            tunnel.Start(record);
            return new LiveForward(record, tunnel, Error: null);
        }
        catch (RuntimeException failure)
        {
            PortForwardsLog.NotListening(logger, record.Id, failure);
            return new LiveForward(record, Tunnel: null, failure.Message);
        }
    }
}
