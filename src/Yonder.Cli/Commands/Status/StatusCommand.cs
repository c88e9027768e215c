using System.CommandLine;
using Yonder.Cli.Output;
using Yonder.Protocol;
using Yonder.Protocol.Status;

namespace Yonder.Cli.Commands.Status;

internal static class StatusCommand
{
    public static Command Create() => new Command("status", "Ask the gateway how it is.").Runs(async context =>
    {
        var health = await context.Client.System.GetHealthAsync(context.CancellationToken);
        context.Output.Write(health, RexecJson.Default.Health, (found, text) => Print(context.Client.Address, found, text));
        return string.Equals(health.Status, "ok", StringComparison.Ordinal) ? ExitCodes.Success : ExitCodes.Failed;
    });

    private static void Print(Uri address, Health health, TextWriter text)
    {
        var table = new Table("GATEWAY", address.GetLeftPart(UriPartial.Path).TrimEnd('/'));
        table.Add("status", health.Status);
        table.Add("database", health.Database ?? "-");
        table.Add("docker", health.Docker ?? "-");
        table.Add("containers", health.ContainersTotal is { } total ? $"{total} ({health.ContainersRunning ?? 0} running)" : "-");
        table.WriteTo(text);
    }
}
