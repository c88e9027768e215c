using System.CommandLine;
using Yonder.Cli.Output;

namespace Yonder.Cli.Commands.Recordings;

internal static class PlayRecordingCommand
{
    public static Command Create()
    {
        var id = RecordingsCommand.Id();
        var speed = new Option<double>("--speed") { Description = "How much faster than life.", DefaultValueFactory = static _ => 1, HelpName = "N" };
        var pause = new Option<double>("--longest-pause") { Description = "Pauses are cut to this many seconds.", DefaultValueFactory = static _ => 2, HelpName = "S" };
        return new Command("play", "Play a recording in this terminal.") { id, speed, pause }.Runs(async context =>
        {
            if (context.Get(speed) is not > 0)
            {
                throw new CliException(ExitCodes.Usage, "bad_option", "--speed takes a number above 0.");
            }

            await using var content = await context.Client.Recordings.OpenReadAsync(context.Get(id), context.CancellationToken);
            await using var screen = CliOutput.OpenData();
            var player = new CastPlayer(screen, context.Get(speed), TimeSpan.FromSeconds(context.Get(pause)), TimeProvider.System);
            await player.PlayAsync(content, context.CancellationToken);
            return ExitCodes.Success;
        });
    }
}
