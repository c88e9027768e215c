using System.CommandLine;
using Yonder.Cli.Commands.Containers;
using Yonder.Cli.Output;
using Yonder.Protocol;

namespace Yonder.Cli.Commands.Recordings;

internal static class StopRecordingCommand
{
    public static Command Create()
    {
        var container = ContainerArgument.Create();
        return new Command("stop", "End the recording of a container's terminal.") { container }.Runs(async context =>
        {
            var stopped = await context.Client.Recordings.StopAsync(context.Get(container), context.CancellationToken);
            context.Output.Write(stopped, RexecJson.Default.StoppedRecording, static (recording, text) => text.WriteLine(recording.RecordingId));
            return ExitCodes.Success;
        });
    }
}
