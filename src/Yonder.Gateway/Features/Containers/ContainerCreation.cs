using Microsoft.Extensions.Options;
using Yonder.Gateway.Platform.Audit;
using Yonder.Gateway.Platform.Auth;
using Yonder.Protocol.Containers;
using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Containers;

/// <summary>Makes containers: waits a moment for those that are made quickly, and answers for the others that they are being made.</summary>
internal sealed class ContainerCreation(RuntimeRegistry registry, ContainerWishes wishes, IAuditLog audit, IOptions<ContainersOptions> options, TimeProvider time)
{
    /// <summary>Writes the wish down and begins to make it.</summary>
    public async Task<RuntimeRecord> BeginAsync(Caller caller, CreateContainerRequest request, CancellationToken cancellationToken)
    {
        var record = await registry.CreateAsync(wishes.Make(caller, request), cancellationToken);
        await audit.RecordAsync(caller, "container_created", $"{record.Name} ({record.Id}) from {record.ImageAsAsked()}", cancellationToken);
        return record;
    }

    /// <summary>Waits a moment for the creation to end. One that fails within it leaves nothing behind: its caller is told, and may use the name again.</summary>
    public async Task<RuntimeRecord> AwaitBrieflyAsync(RuntimeRecord record, CancellationToken cancellationToken)
    {
        try
        {
            return await registry.WaitReadyAsync(record.Id, cancellationToken).AsTask().WaitAsync(options.Value.CreateWait, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return await registry.GetAsync(record.Id, cancellationToken) ?? record;
        }
        catch (RuntimeException)
        {
            await registry.DeleteAsync(record.Id, CancellationToken.None);
            throw;
        }
    }
}
