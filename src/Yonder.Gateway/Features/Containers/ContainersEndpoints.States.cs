using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Rexec;
using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Containers;

/// <content>Start, stop, pause, resume: each may be asked for twice, and none looks at a body.</content>
internal static partial class ContainersEndpoints
{
    private static async Task<IResult> StartAsync(Caller caller, string id, OwnRuntimes runtimes, RuntimeRegistry registry, CancellationToken cancellationToken)
    {
        var before = await runtimes.RequireAsync(caller, id, cancellationToken);
        var record = await registry.StartAsync(before.Id, cancellationToken);
        bool? recreated = before is { State: RuntimeState.Failed, Error: RuntimeError.NotFound } ? true : null;
        return Action("container started", record, record.State.ToStatus(), recreated);
    }

    private static async Task<IResult> StopAsync(Caller caller, string id, OwnRuntimes runtimes, RuntimeRegistry registry, CancellationToken cancellationToken)
    {
        var record = await registry.StopAsync((await runtimes.RequireAsync(caller, id, cancellationToken)).Id, cancellationToken);
        return Action("container stopped", record, record.State.ToStatus());
    }

    private static async Task<IResult> PauseAsync(Caller caller, string id, OwnRuntimes runtimes, RuntimeRegistry registry, CancellationToken cancellationToken)
    {
        var record = await registry.PauseAsync((await runtimes.RequireAsync(caller, id, cancellationToken)).Id, cancellationToken);
        return Action("container paused", record, record.State.ToStatus());
    }

    private static async Task<IResult> ResumeAsync(Caller caller, string id, OwnRuntimes runtimes, RuntimeRegistry registry, CancellationToken cancellationToken)
    {
        var record = await registry.ResumeAsync((await runtimes.RequireAsync(caller, id, cancellationToken)).Id, cancellationToken);
        return Action("container resumed", record, record.State.ToStatus());
    }
}
