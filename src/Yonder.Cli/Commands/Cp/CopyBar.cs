using Spectre.Console;

namespace Yonder.Cli.Commands.Cp;

/// <summary>Shows a copy's progress on standard error.</summary>
internal static class CopyBar
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    public static async Task<CopyReport> ShowAsync(Task<CopyReport> copying, CopyMeter meter, TimeProvider time)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .AutoClear(enabled: true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new DownloadedColumn(), new TransferSpeedColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("copy");
                while (!copying.IsCompleted)
                {
                    (bar.MaxValue, bar.Value) = (Math.Max(1, meter.Total), meter.Done);
                    await Task.WhenAny(copying, Task.Delay(Refresh, time, CancellationToken.None));
                }
            });
        return await copying;
    }
}
