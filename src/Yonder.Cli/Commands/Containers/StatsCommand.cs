using System.CommandLine;
using System.Globalization;
using Yonder.Cli.Output;
using Yonder.Protocol;
using Yonder.Protocol.Containers;

namespace Yonder.Cli.Commands.Containers;

internal static class StatsCommand
{
    public static Command Create() => new Command("stats", "Count the containers.").Runs(async context =>
    {
        var stats = await context.Client.Containers.GetStatsAsync(context.CancellationToken);
        context.Output.Write(stats, RexecJson.Default.ContainerStats, Print);
        return ExitCodes.Success;
    });

    private static void Print(ContainerStats stats, TextWriter text)
    {
        var table = new Table("CONTAINERS", stats.Total.ToString(CultureInfo.InvariantCulture));
        table.Add("running", stats.Running.ToString(CultureInfo.InvariantCulture));
        table.Add("stopped", stats.Stopped.ToString(CultureInfo.InvariantCulture));
        foreach (var (image, count) in stats.ByImage)
        {
            table.Add("of " + image, count.ToString(CultureInfo.InvariantCulture));
        }

        table.WriteTo(text);
    }
}
