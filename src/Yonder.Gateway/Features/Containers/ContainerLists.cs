using Yonder.Gateway.Platform.Auth;
using Yonder.Protocol.Containers;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Containers;

/// <summary>A caller's containers as a list on the wire, newest first.</summary>
internal static class ContainerLists
{
    public static async Task<ContainerList> OfAsync(Caller caller, RuntimeRegistry registry, ContainersOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var records = await registry.ListAsync(caller.UserId, cancellationToken);
        var now = time.GetUtcNow();
        return new ContainerList([.. records.Select(record => record.ToView(now))], records.Count, options.Of(caller).Containers);
    }
}
