using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Yonder.Cli.Output;
using Yonder.Client.Containers;

namespace Yonder.Cli.Commands.Containers;

/// <summary>The one command whose document never ends: with <c>--json</c> each event is a line, a document of its own.</summary>
internal static class EventsCommand
{
    public static Command Create() => new Command("events", "Tell what happens to the containers, until Ctrl-C.").Runs(async context =>
    {
        await using var output = CliOutput.OpenData();
        await foreach (var change in context.Client.Containers.WatchAsync(context.CancellationToken))
        {
            var line = context.Output.IsJson ? JsonSerializer.Serialize(change, CliJson.Default.ContainerChange) : Describe(change);
            await output.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), context.CancellationToken);
        }

        return ExitCodes.Success;
    });

    private static string Describe(ContainerChange change)
    {
        var about = change switch
        {
            { Type: "list" } => string.Create(CultureInfo.InvariantCulture, $"{change.Containers.Count} containers"),
            { Progress: { } progress } => string.Create(CultureInfo.InvariantCulture, $"{progress.Progress}% {progress.Message}"),
            { Container: { } container } => $"{container.Name} ({container.Status})",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{change.Timestamp:HH:mm:ss}  {change.Type,-8}  {change.ContainerId ?? "-"}  {about}").TrimEnd();
    }
}
