using System.CommandLine;
using Yonder.Cli.Output;

namespace Yonder.Cli.Commands.Recordings;

internal static class DeleteRecordingCommand
{
    public static Command Create()
    {
        var id = RecordingsCommand.Id();
        return new Command("delete", "Delete a recording.") { id }.Runs(async context =>
        {
            await context.Client.Recordings.DeleteAsync(context.Get(id), context.CancellationToken);
            context.Output.Done(context.Get(id), "deleted");
            return ExitCodes.Success;
        });
    }
}
