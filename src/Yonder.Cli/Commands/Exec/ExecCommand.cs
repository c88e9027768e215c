using System.CommandLine;
using Yonder.Cli.Commands.Containers;
using Yonder.Cli.Output;
using Yonder.Cli.Tty;
using Yonder.Client;
using Yonder.Client.Terminals;
using Yonder.Protocol;
using Yonder.Protocol.Containers;

namespace Yonder.Cli.Commands.Exec;

internal static class ExecCommand
{
    private static readonly Argument<string> Container = ContainerArgument.Create();

    private static readonly Argument<string[]> Program = new("COMMAND") { Description = "The program and its arguments, behind --.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<bool> Interactive = new("--interactive", "-i") { Description = "Pass standard input on." };

    private static readonly Option<bool> Terminal = new("--tty", "-t") { Description = "Run it on a terminal." };

    private static readonly Option<string?> Directory = new("--workdir", "-w") { Description = "Directory to run in.", HelpName = "PATH" };

    private static readonly Option<string[]> Environment = new("--env", "-e") { Description = "Environment variable NAME=VALUE.", HelpName = "NAME=VALUE" };

    private static readonly Option<string?> User = new("--user", "-u") { Description = "User to run as." };

    public static Command Create()
        => new Command("exec", "Run a command; its exit code is passed on. yonder exec [-i] [-t] CONTAINER -- COMMAND ...")
        {
            Container, Program, Interactive, Terminal, Directory, Environment, User,
        }.Runs(RunAsync);

    private static async Task<int> RunAsync(CliContext context)
    {
        var request = new ExecRequest
        {
            Command = context.Get(Program),
            Workdir = context.Get(Directory),
            Env = context.Get(Environment) is { Length: > 0 } variables ? variables : null,
            User = context.Get(User),
        };
        _ = Pairs.Parse(context.Get(Environment), "--env");
        try
        {
            if (context.Output.IsJson)
            {
                return await CaptureAsync(context, request);
            }

            return context.Get(Terminal) ? await OnTerminalAsync(context, request) : await ProcessCopy.RunAsync(context, context.Get(Container), request, context.Get(Interactive));
        }
        catch (YonderApiException exception) when (exception.Code is "runtime.not_found")
        {
            throw new CliException(ExitCodes.NoSuchProgram, exception.Code, exception.Message);
        }
    }

    /// <summary>One document: the command runs to its end first, within the gateway's limits of time and size.</summary>
    private static async Task<int> CaptureAsync(CliContext context, ExecRequest request)
    {
        var result = await context.Client.Containers.ExecAsync(context.Get(Container), request, context.CancellationToken);
        context.Output.Write(result, RexecJson.Default.ExecResult, static (_, _) => { });
        return result.ExitCode;
    }

    private static async Task<int> OnTerminalAsync(CliContext context, ExecRequest request)
    {
        var (columns, rows) = TerminalSession.Size;
        var options = new TerminalOptions
        {
            Columns = columns,
            Rows = rows,
            // The terminal socket takes no variables: env(1) sets them.
            Command = ["env", .. request.Env ?? [], .. request.Command],
            WorkingDirectory = request.Workdir,
        };
        await using var terminal = await context.Client.Terminals.ConnectAsync(context.Get(Container), options, context.CancellationToken);
        await new TerminalSession(terminal, context).RunAsync();
        return terminal.ExitCode ?? ExitCodes.Success;
    }
}
