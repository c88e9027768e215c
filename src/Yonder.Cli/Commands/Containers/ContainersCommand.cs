using System.CommandLine;

namespace Yonder.Cli.Commands.Containers;

internal static class ContainersCommand
{
    public static Command Create() => new("containers", "Make, run and end containers.")
    {
        ListCommand.Create("list"),
        CreateCommand.Create(),
        GetCommand.Create(),
        LifecycleCommand.Create("start", "Start stopped containers.", "started", (client, id, stop) => client.StartAsync(id, stop)),
        LifecycleCommand.Create("stop", "Stop containers: their programs are asked to end first.", "stopped", (client, id, stop) => client.StopAsync(id, stop)),
        LifecycleCommand.Create("pause", "Freeze all programs of containers.", "paused", (client, id, stop) => client.PauseAsync(id, stop)),
        LifecycleCommand.Create("resume", "Let paused containers go on.", "resumed", (client, id, stop) => client.ResumeAsync(id, stop)),
        LifecycleCommand.Create("delete", "Delete containers with everything in them.", "deleted", (client, id, stop) => client.DeleteAsync(id, stop)),
        StatsCommand.Create(),
        EventsCommand.Create(),
        ImagesCommand.Create(),
    };
}
