using System.CommandLine;
using System.Globalization;
using Yonder.Cli.Output;
using Yonder.Cli.Tty;

namespace Yonder.Cli.Commands.Cp;

internal static class CpCommand
{
    private static readonly Argument<string> Source = new("SOURCE") { Description = "A path here, or CONTAINER:path." };

    private static readonly Argument<string> Target = new("TARGET") { Description = "A path here, or CONTAINER:path; an existing directory gets the copy inside." };

    public static Command Create() => new Command("cp", "Copy files and directories to and from a container.") { Source, Target }.Runs(RunAsync);

    private static async Task<int> RunAsync(CliContext context)
    {
        var (source, target) = (CopyPlace.Parse(context.Get(Source)), CopyPlace.Parse(context.Get(Target)));
        if ((source.Container is null) == (target.Container is null))
        {
            throw new CliException(ExitCodes.Usage, "bad_copy", "One side of a copy is here and the other in a container, e.g.: yonder cp report.txt my-sandbox:/home/user/");
        }

        var meter = new CopyMeter();
        var copying = new CopyRun(Side(context, source), Side(context, target), meter).RunAsync(source.Path, target.Path, context.CancellationToken);
        var report = Libc.IsTerminal(2) is 1 && !context.Output.IsJson ? await CopyBar.ShowAsync(copying, meter, TimeProvider.System) : await copying;
        foreach (var failure in report.Failed)
        {
            context.Output.Note($"yonder: {failure.Path} was not copied: {failure.Message}");
        }

        context.Output.Note(string.Create(CultureInfo.InvariantCulture, $"{report.Files} files, {report.Directories} directories, {report.Links} links, {report.Bytes} bytes"));
        context.Output.Write(report, CliJson.Default.CopyReport, static (_, _) => { });
        return report.Failed.Count is 0 ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static ICopySide Side(CliContext context, CopyPlace place) => place.Container is { } container ? new RemoteSide(context.Client, container) : new LocalSide();
}
