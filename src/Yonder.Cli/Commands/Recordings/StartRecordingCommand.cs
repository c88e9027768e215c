using System.CommandLine;
using Yonder.Cli.Commands.Containers;
using Yonder.Cli.Output;
using Yonder.Protocol;

namespace Yonder.Cli.Commands.Recordings;

internal static class StartRecordingCommand
{
    public static Command Create()
    {
        var container = ContainerArgument.Create();
        var title = new Option<string?>("--title") { Description = "What to call it." };
        return new Command("start", "Begin to record a container's terminal.") { container, title }.Runs(async context =>
        {
            var started = await context.Client.Recordings.StartAsync(context.Get(container), context.Get(title), context.CancellationToken);
            context.Output.Write(started, RexecJson.Default.StartedRecording, static (recording, text) => text.WriteLine(recording.RecordingId));
            return ExitCodes.Success;
        });
    }
}
