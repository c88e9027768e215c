using System.CommandLine;

namespace Yonder.Cli.Commands.Recordings;

internal static class RecordingsCommand
{
    public static Command Create() => new("recordings", "Record terminals and play them back.")
    {
        ListRecordingsCommand.Create(),
        StartRecordingCommand.Create(),
        StopRecordingCommand.Create(),
        PlayRecordingCommand.Create(),
        DownloadRecordingCommand.Create(),
        DeleteRecordingCommand.Create(),
    };

    public static Argument<string> Id() => new("ID") { Description = "The recording's id, from: yonder recordings list" };
}
