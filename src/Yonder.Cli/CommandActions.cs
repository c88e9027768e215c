using System.CommandLine;
using Yonder.Cli.Output;

namespace Yonder.Cli;

/// <summary>Gives a command its work, and turns what goes wrong into one line and an exit code.</summary>
internal static class CommandActions
{
    public static Command Runs(this Command command, Func<CliContext, Task<int>> run)
    {
        command.SetAction((arguments, cancellationToken) => RunAsync(run, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Func<CliContext, Task<int>> run, ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var context = new CliContext(arguments, cancellationToken);
        try
        {
            return await run(context);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
        catch (BrokenPipeException)
        {
            return ExitCodes.BrokenPipe;
        }
        catch (Exception exception) when (CliFailure.From(exception, context) is { } failure)
        {
            context.Output.Fail(failure);
            return failure.ExitCode;
        }
    }
}
