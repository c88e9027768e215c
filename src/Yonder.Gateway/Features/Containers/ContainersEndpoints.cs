using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Yonder.Gateway.Platform.Audit;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Rexec;
using Yonder.Protocol;
using Yonder.Protocol.Containers;
using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Containers;

/// <summary>List, get, create, delete, settings. The changes of state are in the other half.</summary>
internal static partial class ContainersEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).WithName("ListContainers");
        group.MapPost("/", CreateAsync).WithName("CreateContainer");
        group.MapGet("/{id}", GetAsync).WithName("GetContainer");
        group.MapDelete("/{id}", DeleteAsync).WithName("DeleteContainer");
        group.MapPatch("/{id}/settings", UpdateAsync).WithName("UpdateContainer");
        group.MapPost("/{id}/start", StartAsync).WithName("StartContainer");
        group.MapPost("/{id}/stop", StopAsync).WithName("StopContainer");
        group.MapPost("/{id}/pause", PauseAsync).WithName("PauseContainer");
        group.MapPost("/{id}/resume", ResumeAsync).WithName("ResumeContainer");
    }

    private static async Task<IResult> ListAsync(
        Caller caller, HttpRequest request, RuntimeRegistry registry, IOptions<ContainersOptions> options, TimeProvider time, CancellationToken cancellationToken)
    {
        var list = await ContainerLists.OfAsync(caller, registry, options.Value, time, cancellationToken);
        return ListShapes.OfContainers(request) is ListShape.Array
            ? TypedResults.Json(list.Containers, RexecJson.Default.IReadOnlyListContainer)
            : TypedResults.Json(list, RexecJson.Default.ContainerList);
    }

    private static async Task<IResult> GetAsync(Caller caller, string id, OwnRuntimes runtimes, TimeProvider time, CancellationToken cancellationToken)
        => View(await runtimes.RequireAsync(caller, id, cancellationToken), time);

    private static async Task<IResult> CreateAsync(
        Caller caller, HttpRequest http, ContainerCreation creation, ContainerRefusals refusals, TimeProvider time, CancellationToken cancellationToken)
    {
        var request = await RexecBody.ReadAsync(http, RexecJson.Default.CreateContainerRequest);
        try
        {
            var record = await creation.AwaitBrieflyAsync(await creation.BeginAsync(caller, request, cancellationToken), cancellationToken);
            var view = record.ToView(time.GetUtcNow()) with
            {
                Async = record.IsPending,
                Message = record.IsPending ? "The container is being created; whatever needs it waits for it." : "The container is running.",
            };
            return TypedResults.Json(view, RexecJson.Default.Container, statusCode: record.IsPending ? StatusCodes.Status202Accepted : StatusCodes.Status201Created);
        }
        catch (RuntimeException failure) when (ContainerRefusals.Explains(failure))
        {
            return await refusals.ExplainAsync(caller, request, failure, cancellationToken);
        }
    }

    private static async Task<IResult> DeleteAsync(
        Caller caller, string id, OwnRuntimes runtimes, RuntimeRegistry registry, IAuditLog audit, CancellationToken cancellationToken)
    {
        var record = await runtimes.RequireAsync(caller, id, cancellationToken);
        await registry.DeleteAsync(record.Id, cancellationToken);
        await audit.RecordAsync(caller, "container_deleted", $"{record.Name} ({record.Id})", cancellationToken);
        return Action("container deleted", record, status: null);
    }

    private static async Task<IResult> UpdateAsync(
        Caller caller, string id, HttpRequest http, OwnRuntimes runtimes, RuntimeRegistry registry, IOptions<ContainersOptions> options, TimeProvider time, CancellationToken cancellationToken)
    {
        var record = await runtimes.RequireAsync(caller, id, cancellationToken);
        var settings = await RexecBody.ReadAsync(http, RexecJson.Default.ContainerSettings);
        var keepsLimits = (settings.MemoryMb, settings.CpuShares, settings.DiskMb) is (null, null, null);
        var current = record.ToView(time.GetUtcNow()).Resources;
        var updated = await registry.UpdateAsync(
            record.Id,
            new RuntimeUpdate
            {
                Name = string.IsNullOrWhiteSpace(settings.Name) ? null : ContainerNames.Choose(settings.Name),
                Limits = keepsLimits
                    ? null
                    : options.Value.Of(caller).Fit(settings.MemoryMb ?? current?.MemoryMb, settings.CpuShares ?? current?.CpuShares, settings.DiskMb ?? current?.DiskMb),
            },
            cancellationToken);
        return TypedResults.Json(new ContainerSettingsResult("settings updated", Restarted: false, updated.ToView(time.GetUtcNow())), RexecJson.Default.ContainerSettingsResult);
    }

    private static JsonHttpResult<Container> View(RuntimeRecord record, TimeProvider time) => TypedResults.Json(record.ToView(time.GetUtcNow()), RexecJson.Default.Container);

    private static JsonHttpResult<ContainerAction> Action(string message, RuntimeRecord record, string? status, bool? recreated = null)
        => TypedResults.Json(new ContainerAction(message, record.Id.Value, record.Name, status) { Recreated = recreated }, RexecJson.Default.ContainerAction);
}
