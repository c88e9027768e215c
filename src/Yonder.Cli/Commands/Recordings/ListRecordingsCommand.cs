using System.CommandLine;
using System.Globalization;
using Yonder.Cli.Output;
using Yonder.Protocol;
using Yonder.Protocol.Recordings;

namespace Yonder.Cli.Commands.Recordings;

internal static class ListRecordingsCommand
{
    public static Command Create() => new Command("list", "List the recordings.").Runs(async context =>
    {
        var recordings = await context.Client.Recordings.ListAsync(context.CancellationToken);
        context.Output.Write(recordings, RexecJson.Default.IReadOnlyListRecording, Print);
        return ExitCodes.Success;
    });

    private static void Print(IReadOnlyList<Recording> recordings, TextWriter text)
    {
        var table = new Table("ID", "TITLE", "LENGTH", "BYTES", "PUBLIC", "MADE");
        foreach (var recording in recordings)
        {
            table.Add(
                recording.Id,
                recording.Title ?? "",
                TimeSpan.FromMilliseconds(recording.DurationMs).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture),
                recording.SizeBytes.ToString(CultureInfo.InvariantCulture),
                recording.IsPublic ? recording.ShareUrl ?? "yes" : "no",
                Age.Since(recording.CreatedAt, TimeProvider.System));
        }

        table.WriteTo(text);
    }
}
