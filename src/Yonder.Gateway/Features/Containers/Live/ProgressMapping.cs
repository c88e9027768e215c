using Yonder.Protocol.Containers;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Gateway.Features.Containers.Live;

/// <summary>The steps of a creation as Rexec clients show them: one bar from 0 to 100 that never goes back.</summary>
internal static class ProgressMapping
{
    public static CreateProgress Validating { get; } = new() { Stage = "validating", Message = "Checking the request", Progress = 2 };

    public static CreateProgress ToView(this ProvisionProgress step, string id)
    {
        var (stage, from, to) = step.Stage switch
        {
            ProvisionStage.Pulling => ("pulling", 5, 60),
            ProvisionStage.Creating => ("creating", 60, 75),
            ProvisionStage.Starting => ("starting", 75, 85),
            ProvisionStage.Configuring => ("configuring", 85, 99),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Stage, "This stage has no name yet."),
        };
        return new CreateProgress
        {
            Stage = stage,
            Message = step.Message,
            Progress = from + (int)((to - from) * Math.Clamp(step.Fraction ?? 0, 0, 1)),
            ContainerId = step.Stage >= ProvisionStage.Starting ? id : null,
        };
    }

    public static CreateProgress Ready(Container container)
        => new() { Stage = "ready", Message = "The container is running", Progress = 100, Complete = true, ContainerId = container.Id, Container = container };

    public static CreateProgress Failed(string stage, string error) => new() { Stage = stage, Message = error, Error = error, Complete = true };
}
