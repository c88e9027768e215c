using System.CommandLine;
using Yonder.Cli.Output;

namespace Yonder.Cli.Commands.Recordings;

internal static class DownloadRecordingCommand
{
    public static Command Create()
    {
        var id = RecordingsCommand.Id();
        var file = new Argument<string?>("FILE") { Description = "Where to write it; standard output without it.", Arity = ArgumentArity.ZeroOrOne };
        return new Command("download", "Get a recording as asciicast v2.") { id, file }.Runs(async context =>
        {
            await using var content = await context.Client.Recordings.OpenReadAsync(context.Get(id), context.CancellationToken);
            var path = context.Arguments.GetValue(file);
            await using var target = path is null ? CliOutput.OpenData() : File.Create(path);
            await content.CopyToAsync(target, context.CancellationToken);
            if (path is not null)
            {
                context.Output.Done(context.Get(id), "downloaded");
            }

            return ExitCodes.Success;
        });
    }
}
